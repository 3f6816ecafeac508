"""``python -m termlint``."""

import sys

from termlint.entry import main

if __name__ == "__main__":
    sys.exit(main())
