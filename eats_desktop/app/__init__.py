"""Composition root, command line and window."""
