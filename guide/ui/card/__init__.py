"""One muscle on one printed page."""
