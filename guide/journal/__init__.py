"""The person's own data on this machine: the journal, its export, and the settings."""
