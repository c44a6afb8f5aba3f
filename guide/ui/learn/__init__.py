"""Pages to be read, with the figure beside the text, lit as the text goes."""
