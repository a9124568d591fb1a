"""`python -m eats_desktop` is the console script."""

from eats_desktop.app.main import main

if __name__ == "__main__":
    raise SystemExit(main())
