"""Two states of a site compared, and what lies between them told in words."""
