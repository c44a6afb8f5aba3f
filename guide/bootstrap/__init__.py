"""Builds every object and opens the window, in three stages; nothing imports it but the door.

`program` paints the figure, `answering` makes it answer, `rest` brings in everything else.
"""

from guide.bootstrap.program import Program, build, run

__all__ = ["Program", "build", "run"]
