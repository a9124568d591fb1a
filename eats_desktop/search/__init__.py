"""Query parsing and scoring; data is handed in."""
