"""Draws every screen of the window, to be looked at."""
