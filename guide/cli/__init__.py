"""The second front end: asks the core the window's questions, in the terminal, without Qt."""

from guide.cli.commands import main

__all__ = ["main"]
