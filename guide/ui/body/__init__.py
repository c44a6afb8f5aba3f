"""The clickable body map: picture, outlines, lights, and a button for every zone."""
