"""The compiled lines of sight are the plain ones: on fractals, in all octants, over voids, at the edges."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from tests.terrain.fractals import fractal, plane, with_voids

from casus.terrain import kernels
from casus.terrain.crossings import End, Floats, Grid, bend_per_cell, crossings, least_clearance, pair
from casus.terrain.looking import Look

BEND = bend_per_cell(30.0)


def blocks(heights: Grid) -> tuple[Grid, Grid]:
    """Give the greatest heights of the blocks."""
    return kernels.block_max(heights, kernels.FINE), kernels.block_max(heights, kernels.COARSE)


def end(values: Floats) -> End:
    """Give an end as the plain way takes it."""
    row, col, height = values.tolist()
    return row, col, height


def compare(heights: Grid, cells: Floats, targets: Floats, bend: float = BEND, reach: float = 1e9) -> int:
    """Count the pairs on which the compiled and the plain way differ."""
    fine, coarse = blocks(heights)
    differ = 0
    for target in targets:
        out = np.empty(len(cells), np.uint8)
        kernels.pairs(heights, fine, coarse, cells, target, bend, reach, out, -1)
        plain = [pair(heights, end(c), end(target), bend, reach) for c in cells]
        differ += int((out != np.array(plain)).sum())
    return differ


def ends(heights: Grid, draw: np.random.Generator, count: int, *, between: bool) -> Floats:
    """Draw ends of lines of sight, on nodes or between them, on the ground or over it."""
    rows, cols = heights.shape
    at = np.column_stack([draw.uniform(0, rows - 1, count), draw.uniform(0, cols - 1, count)])
    at = at if between else np.round(at)
    ground = np.nan_to_num(heights, nan=500.0)[at[:, 0].astype(int), at[:, 1].astype(int)]
    return np.column_stack([at, ground + draw.choice([0.0, 2.0, 30.0, 400.0], count)])


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000), st.integers(2, 90), st.integers(2, 90), st.booleans(), st.booleans(),
    st.sampled_from([1.2, 1.8, 2.4]),
)  # fmt: skip
def test_no_pair_differs_from_the_plain_way(
    seed: int, rows: int, cols: int, between: bool, holes: bool, rough: float
) -> None:
    """Fractal ground of any shape, ends on nodes and between them, with voids and without: zero differences."""
    heights = fractal(rows, cols, seed=seed, roughness=rough)
    heights = with_voids(heights, seed=seed) if holes else heights
    draw = np.random.default_rng(seed)
    cells, targets = ends(heights, draw, 60, between=between), ends(heights, draw, 5, between=between)
    assert compare(heights, cells, targets) == 0


def test_all_octants_edges_and_axes_agree() -> None:
    """From the middle to every node, straight along rows, columns and diagonals included."""
    heights = fractal(41, 41, seed=4)
    row, col = np.mgrid[0:41, 0:41]
    cells = np.column_stack([row.ravel(), col.ravel(), heights.ravel() + 2.0]).astype(np.float64)
    corners = [(20, 20), (0, 0), (0, 40), (40, 0), (40, 40), (0, 17), (23, 40)]
    targets = np.array([(r, c, heights[r, c] + 2.0) for r, c in corners], np.float64)
    assert compare(heights, cells, targets) == 0


def test_exchanging_the_ends_changes_nothing() -> None:
    """A sees B exactly where B sees A, to the last bit of the clearance."""
    heights = fractal(80, 70, seed=8)
    draw = np.random.default_rng(5)
    fine, coarse = blocks(heights)
    for a, b in zip(ends(heights, draw, 500, between=True), ends(heights, draw, 500, between=True), strict=True):
        there, back = np.empty(1, np.uint8), np.empty(1, np.uint8)
        kernels.pairs(heights, fine, coarse, a[None], b, BEND, 1e9, there, -1)
        kernels.pairs(heights, fine, coarse, b[None], a, BEND, 1e9, back, -1)
        assert there[0] == back[0]
        assert least_clearance(heights, end(a), end(b), BEND) == least_clearance(heights, end(b), end(a), BEND)


def test_the_best_clearance_is_the_greatest_of_the_plain_ones() -> None:
    """The bound by which cells are passed over loses none."""
    heights = fractal(90, 90, seed=2)
    draw = np.random.default_rng(1)
    fine, coarse = blocks(heights)
    cells = ends(heights, draw, 200, between=False)
    for target in ends(heights, draw, 8, between=False):
        plain = max(c for c in (least_clearance(heights, end(a), end(target), BEND) for a in cells) if c < np.inf)
        assert kernels.best(heights, fine, coarse, cells, target, BEND, 1e9, -1e5) == plain


def test_the_range_is_kept() -> None:
    """What is farther off than the range is not seen; what is just within it is."""
    heights = plane(3, 30)
    cells = np.array([[1.0, 0.0, 102.0], [1.0, 10.0, 102.0]])
    assert compare(heights, cells, np.array([[1.0, 20.0, 102.0]]), 0.0, 10.0) == 0
    out = np.empty(2, np.uint8)
    kernels.pairs(heights, *blocks(heights), cells, np.array([1.0, 20.0, 102.0]), 0.0, 10.0, out, -1)
    assert out.tolist() == [0, 1]


def test_a_viewshed_is_the_pairs_with_every_node() -> None:
    """The whole grid from one eye: the same verdicts, also over a void and outside the range."""
    heights = with_voids(fractal(50, 60, seed=6), seed=6)
    eye = (20.0, 31.0, 700.0)
    out = Look.at(heights, BEND, 40.0).view(np.array(eye), 1.5)
    plain = [
        [pair(heights, eye, (float(i), float(j), float(heights[i, j]) + 1.5), BEND, 40.0) for j in range(60)]
        for i in range(50)
    ]
    assert np.array_equal(out, np.array(plain))


def test_a_wall_hides_what_is_behind_it_and_a_plane_nothing() -> None:
    """On level ground without curvature all is seen; a wall hides up to the height that the proportion gives."""
    heights = plane(5, 41)
    assert pair(heights, (2, 0, 102.0), (2, 40, 100.0), 0.0) == 1
    heights[:, 10] = 112.0
    assert crossings(heights, (2, 0, 102.0), (2, 40, 141.9), 0.0).verdict == 0
    assert crossings(heights, (2, 0, 102.0), (2, 40, 142.1), 0.0).verdict == 1
    assert compare(heights, np.array([[2.0, 0, 102]]), np.array([[2.0, 40, 141.9], [2.0, 40, 142.1]]), 0.0) == 0


def test_over_a_sphere_the_horizon_stands_where_geometry_puts_it() -> None:
    """Level ground by the datum is a sphere: from h metres it is seen to the square root of h over the bend."""
    cell_m = 100.0
    heights, bend = plane(3, 400, height_m=0.0), bend_per_cell(100.0)
    horizon = np.sqrt(30.0 / bend)
    seen = [pair(heights, (1, 0, 30.0), (1, float(c), 0.0), bend) for c in range(1, 400)]
    assert abs(sum(seen) - horizon) <= 2
    assert seen == sorted(seen, reverse=True)
    assert 20_900 < horizon * cell_m < 21_200


def test_a_cone_hides_its_far_side_only() -> None:
    """From the foot of a cone its own side is seen to the top, and nothing of the other side."""
    row, col = np.mgrid[0:61, 0:61]
    heights = (300.0 - 8.0 * np.hypot(row - 30, col - 30)).astype(np.float32)
    eye = (30.0, 0.0, float(heights[30, 0]) + 2.0)
    seen = [pair(heights, eye, (30.0, float(c), float(heights[30, c])), 0.0) for c in range(1, 61)]
    assert seen == [1] * 30 + [0] * 30


def test_a_void_leaves_open_what_known_ground_does_not_settle() -> None:
    """Past a void the answer is unknown; where known ground hides it anyway, it is hidden."""
    heights = plane(3, 21)
    heights[1, 8] = np.nan
    a, b = (1.0, 0.0, 102.0), (1.0, 20.0, 102.0)
    assert pair(heights, a, b, 0.0) == 2
    heights[:, 14] = 150.0
    assert pair(heights, a, b, 0.0) == 0
    assert compare(heights, np.array([a]), np.array([b]), 0.0) == 0


def test_real_ground_agrees_too() -> None:
    """The elevation that matplotlib brings as a sample (jacksboro_fault_dem.npz): zero differences."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        pytest.skip("matplotlib, whose sample elevation this is, is not installed")
    with np.load(Path(found.origin).parent / "mpl-data" / "sample_data" / "jacksboro_fault_dem.npz") as file:
        heights = np.ascontiguousarray(file["elevation"], np.float32)
    draw = np.random.default_rng(0)
    cells, targets = ends(heights, draw, 1500, between=False), ends(heights, draw, 40, between=True)
    assert compare(heights, cells, targets, bend_per_cell(80.0)) == 0
