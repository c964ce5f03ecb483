"""The verbs of the workbook: each takes plain values and the records as loaded, and makes one commit."""
