"""Start Unknot from a clone: `python main.py` is the installed command `unknot`."""

import sys

from guide.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
