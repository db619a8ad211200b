"""`python -m hubgen` is the same program as `hubgen`."""

from hubgen.cli import main

if __name__ == "__main__":
    main()
