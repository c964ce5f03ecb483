"""Results to Plotly figures, each with the sentence, the description and the table that say the same."""
