"""Eat's 유혹: TV home-shopping food, the mall and recipes in one desktop program."""

__version__ = "0.1.0"
