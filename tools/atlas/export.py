"""What the builder makes: one function a product, each writing below a folder."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tools.atlas import bodies, compiled, pictures, pose_pictures, shapes

PRODUCTS: Final[dict[str, Callable[[Path], None]]] = {
    "bodies": bodies.build,
    "pictures": pictures.build,
    "anatomy": compiled.build,
    "shapes": shapes.build,
    "poses": pose_pictures.build,
}
"""Product name to the function that writes it."""


def build(names: list[str], folder: Path) -> None:
    """Write the named products, or all of them. Raises KeyError for an unknown name."""
    for name in names or list(PRODUCTS):
        if name not in PRODUCTS:
            raise KeyError(f"no product is called {name}: say {', '.join(PRODUCTS)}")
        start = time.monotonic()
        print(name, flush=True)
        PRODUCTS[name](folder)
        print(f"  done in {time.monotonic() - start:.0f} s", flush=True)
