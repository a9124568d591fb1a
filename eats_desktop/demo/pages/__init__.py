"""One module per imitated site: what it answers to a path and a query."""
