"""What stands beside the figure: the drawing, the questions, the ranking, the guidance."""
