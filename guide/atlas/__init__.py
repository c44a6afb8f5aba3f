"""The drawn figure: its pictures' whereabouts, shapes on them and what lies under a point."""
