"""The person's own data: the journal, the settings, export and backup."""
