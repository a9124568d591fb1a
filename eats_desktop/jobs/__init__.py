"""When work runs and on which thread."""
