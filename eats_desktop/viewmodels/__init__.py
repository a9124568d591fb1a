"""What QML sees: rows, text and flags; no rules of its own."""
