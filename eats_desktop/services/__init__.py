"""Use cases: one method is one user intention."""
