"""Content packs: what others wrote, read as if they meant harm, and held to the same rules."""
