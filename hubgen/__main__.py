"""`python -m hubgen` is the same program as `hubgen`."""

from hubgen.cli import program

if __name__ == "__main__":
    program()
