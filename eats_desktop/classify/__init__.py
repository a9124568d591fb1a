"""Reads what a product name says: features, models and their cards."""
