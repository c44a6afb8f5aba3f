"""Unknot: a body map whose regions open trigger point guidance, pressure timers and stretches."""

__version__ = "0.1.0"

# First words of a command line that is answered without a window.
COMMANDS = ("find", "muscle", "zones", "check")
