"""The person as the program knows them: entries with their areas and days, and the page."""
