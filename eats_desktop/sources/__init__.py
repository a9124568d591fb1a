"""One module per site or feed; the only package that knows HTTP."""
