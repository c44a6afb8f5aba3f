"""The screens of a session: before it, while it runs, after it; and the routines."""
