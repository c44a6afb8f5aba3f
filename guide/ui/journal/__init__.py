"""The history page: what was done, and how it felt before and after."""
