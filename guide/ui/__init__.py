"""Widgets: render a state, emit requests; no clock, no decisions, no files."""
