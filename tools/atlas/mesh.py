"""Meshes of quads: one step of Catmull-Clark subdivision as a matrix, and normals."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def edges_of(quads: Ints) -> tuple[Ints, Ints, Ints]:
    """Return edges (E, 2), the edge of each quad side (F, 4) and faces per edge (E,)."""
    sides = np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1)
    edges, index, count = np.unique(
        np.sort(sides.reshape(-1, 2), axis=1), axis=0, return_inverse=True, return_counts=True
    )
    return edges, index.reshape(quads.shape), count


def _matrix(rows: Ints, columns: Ints, values: Floats, shape: tuple[int, int]) -> sparse.csr_matrix:
    return sparse.csr_matrix((values, (rows.ravel(), columns.ravel())), shape=shape)


def subdivide(quads: Ints, count: int) -> tuple[sparse.csr_matrix, Ints]:
    """Return the subdivision matrix (V', V) and the finer quads (4 F, 4).

    The finer vertices are the old ones (same indices, moved), then edge points, then face
    points. The first corner of every finer quad is an old vertex and the third is a face
    point, so that splitting along that diagonal keeps a symmetric mesh symmetric. Borders
    stay where they are along the border's own curve.
    """
    edges, side, faces_at = edges_of(quads)
    n_faces, n_edges = len(quads), len(edges)
    face = _matrix(
        np.repeat(np.arange(n_faces), 4), quads, np.full(4 * n_faces, 0.25), (n_faces, count)
    )
    middle = _matrix(
        np.repeat(np.arange(n_edges), 2), edges, np.full(2 * n_edges, 0.5), (n_edges, count)
    )
    edge_faces = _matrix(
        side, np.repeat(np.arange(n_faces), 4), np.ones(4 * n_faces), (n_edges, n_faces)
    )
    inner = faces_at == 2
    half = sparse.diags(np.where(inner, 0.5, 1.0))
    quarter = sparse.diags(np.where(inner, 0.25, 0.0))
    edge = half @ middle + quarter @ edge_faces @ face
    vertex = _vertex_rule(quads, edges, inner, count, face, middle)
    number = count + n_edges + np.arange(n_faces)
    before = np.roll(side, 1, axis=1)
    finer = np.stack(
        [quads, count + side, np.broadcast_to(number[:, None], side.shape), count + before], axis=-1
    )
    return sparse.vstack([vertex, edge, face]).tocsr(), finer.reshape(-1, 4)


def _vertex_rule(
    quads: Ints,
    edges: Ints,
    inner: NDArray[np.bool_],
    count: int,
    face: sparse.csr_matrix,
    middle: sparse.csr_matrix,
) -> sparse.csr_matrix:
    n_faces, n_edges = len(quads), len(edges)
    near_faces = _matrix(
        quads, np.repeat(np.arange(n_faces), 4), np.ones(4 * n_faces), (count, n_faces)
    )
    near_edges = _matrix(
        edges, np.repeat(np.arange(n_edges), 2), np.ones(2 * n_edges), (count, n_edges)
    )
    valence = np.maximum(np.asarray(near_edges.sum(axis=1)).ravel(), 1)
    border = np.zeros(count, dtype=bool)
    border[edges[~inner].ravel()] = True
    smooth = np.where(border, 0.0, 1.0)
    one = sparse.identity(count, format="csr")
    faces_in = np.maximum(np.asarray(near_faces.sum(axis=1)).ravel(), 1)
    inside = (
        sparse.diags(smooth / (valence * faces_in)) @ near_faces @ face
        + sparse.diags(smooth * 2 / valence**2) @ near_edges @ middle
        + sparse.diags(smooth * (valence - 3) / valence) @ one
    )
    rim = near_edges @ sparse.diags(np.where(inner, 0.0, 1.0)) @ middle
    outside = (
        sparse.diags(np.where(border, 0.25, 0.0)) @ rim
        + sparse.diags(np.where(border, 0.5, 0.0)) @ one
    )
    return inside + outside


def smoothing(triangles: Ints, count: int) -> sparse.csr_matrix:
    """Return the matrix (V, V) that replaces a vertex value by the mean of its neighbours."""
    one = triangles[:, [0, 1, 2]].ravel()
    other = triangles[:, [1, 2, 0]].ravel()
    rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
    near = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    near.data[:] = 1
    return sparse.diags(1 / np.maximum(np.asarray(near.sum(axis=1)).ravel(), 1)) @ near


def mirrored_vertices(old: Ints, coarse: Ints, quads: Ints, count: int) -> Ints:
    """Return the mirror image (V',) of every finer vertex, given that of the old ones (V,).

    A finer quad joins an old vertex, two edge points and a face point; the mirror images
    of its old neighbours name the mirror image of each.
    """
    faces = {tuple(sorted(face)): k for k, face in enumerate(coarse.tolist())}
    corners = quads.reshape(-1, 4, 4)
    result = np.full(count, -1, dtype=np.int64)
    result[: len(old)] = old
    for index, face in enumerate(coarse.tolist()):
        other = faces[tuple(sorted(int(old[v]) for v in face))]
        names = coarse[other].tolist()
        for k, vertex in enumerate(face):
            place = names.index(int(old[vertex]))
            ahead = names[(place + 1) % 4] == int(old[face[(k + 1) % 4]])
            result[corners[index, k, 1]] = corners[other, place, 1 if ahead else 3]
            result[corners[index, k, 2]] = corners[other, place, 2]
    return result
