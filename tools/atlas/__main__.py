"""``python -m tools.atlas build [PRODUCT ...] [--out FOLDER]`` writes the atlas."""

import argparse
from pathlib import Path

from tools.atlas.export import PRODUCTS, build
from tools.atlas.source import ASSETS


def main() -> None:
    """Run the builder."""
    parser = argparse.ArgumentParser(prog="python -m tools.atlas", description=__doc__)
    commands = parser.add_subparsers(required=True)
    maker = commands.add_parser("build", help="write pictures and shapes")
    maker.add_argument("product", nargs="*", choices=[*PRODUCTS, []], help="all when none is named")
    maker.add_argument("--out", type=Path, default=ASSETS)
    given = parser.parse_args()
    build(given.product, given.out)


if __name__ == "__main__":
    main()
