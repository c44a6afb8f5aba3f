"""Three journeys of a person through a fresh clone, driven from outside the program."""
