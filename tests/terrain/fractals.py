"""Generated ground for tests: fractal, and shapes whose lines of sight are known."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grid = npt.NDArray[np.float32]


def fractal(rows: int, cols: int, *, seed: int, roughness: float = 1.8, relief_m: float = 1200.0) -> Grid:
    """Make fractal ground by spectral synthesis: amplitudes fall with frequency to the power of ``roughness``."""
    draw = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.fftfreq(cols)[None, :])
    frequency[0, 0] = 1.0
    made = np.fft.ifft2(np.fft.fft2(draw.standard_normal((rows, cols))) * frequency**-roughness).real
    made -= made.min()
    scaled: Grid = (made / made.max() * relief_m).astype(np.float32)
    return scaled


def with_voids(heights: Grid, *, seed: int, count: int = 6) -> Grid:
    """Cut some small holes into the ground."""
    draw = np.random.default_rng(seed)
    out = heights.copy()
    for row, col in zip(draw.integers(0, out.shape[0], count), draw.integers(0, out.shape[1], count), strict=True):
        out[row : row + 3, col : col + 2] = np.nan
    return out


def plane(rows: int, cols: int, *, height_m: float = 100.0) -> Grid:
    """Make level ground."""
    return np.full((rows, cols), height_m, np.float32)
