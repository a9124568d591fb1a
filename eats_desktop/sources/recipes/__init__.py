"""Recipes out of files other people publish: pure, one record after the other."""
