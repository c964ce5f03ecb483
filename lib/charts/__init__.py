"""Results as Plotly figures, each with a sentence, a description and a table of the same content."""
