"""What can go wrong with the figure's files."""


class AtlasError(Exception):
    """A picture or a shape file is missing or damaged; the text names the file."""
