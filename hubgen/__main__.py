"""`python -m hubgen` is the same program as `hubgen`."""

import sys

from hubgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
