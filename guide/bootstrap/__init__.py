"""Builds every object and opens the window; nothing imports it but the door."""

from guide.bootstrap.program import Program, build, run

__all__ = ["Program", "build", "run"]
