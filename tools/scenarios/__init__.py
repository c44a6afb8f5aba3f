"""Development only: written people go through the real window; their screens are kept."""
