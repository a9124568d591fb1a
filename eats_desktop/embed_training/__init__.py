"""Trains the shipped text embedder; a developer's tool that the program itself never imports."""
