"""Values and pure functions: no files, no clock, no Qt, no sentences for people."""
