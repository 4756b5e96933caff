"""``python -m kz_upr`` runs the command."""

import sys

from kz_upr.cli import main

if __name__ == "__main__":
    sys.exit(main())
