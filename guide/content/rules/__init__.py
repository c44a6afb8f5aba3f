"""What content must keep to: facts, safety, and the language it is written in."""
