"""Tools of the builders; nothing here is shipped."""
