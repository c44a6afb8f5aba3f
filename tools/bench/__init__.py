"""Measurements of the program beside a bare PySide6 window, in the same run."""
