"""Distances and areas on the ground, near enough for boundaries whose own error is kilometres."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
"""Points as an array of shape (n, 2): longitude, latitude, degrees."""

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


def great_circle_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance over a sphere, in kilometres (haversine formula).

    >>> round(great_circle_km(40.18, 44.51, 40.41, 49.87), 0)
    455.0
    """
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def local_km(lat: float, lon: float, lonlat: Floats) -> Floats:
    """Points in kilometres east and north of (lat, lon), in an equirectangular projection about it.

    Good to better than one per cent within some 100 km away from the poles. Longitudes are taken as they are: over the
    date line they run on beyond 180 degrees.
    """
    per_degree = math.pi * EARTH_RADIUS_KM / 180
    east = (lonlat[:, 0] - lon) * per_degree * math.cos(math.radians(lat))
    return np.column_stack([east, (lonlat[:, 1] - lat) * per_degree])


def path_km(lat: float, lon: float, lonlat: Floats) -> float:
    """Distance from (lat, lon) to the nearest point of a path of two points or more, in kilometres.

    >>> line = np.array([[46.0, 39.0], [46.0, 41.0]])
    >>> round(path_km(40.0, 46.1, line), 1)
    8.5
    """
    at = local_km(lat, lon, lonlat)
    start, step = at[:-1], np.diff(at, axis=0)
    length = np.einsum("ij,ij->i", step, step)
    along = -np.einsum("ij,ij->i", start, step) / np.where(length > 0, length, 1)
    nearest = start + np.clip(along, 0, 1)[:, None] * step
    return float(np.sqrt(np.einsum("ij,ij->i", nearest, nearest).min()))


def in_ring(lat: float, lon: float, ring: Floats) -> bool:
    """Is the point inside a closed ring (even–odd rule, straight edges in degrees)?

    >>> square = np.array([[0.0, 0], [2, 0], [2, 2], [0, 2], [0, 0]])
    >>> in_ring(1, 1, square), in_ring(1, 3, square)
    (True, False)
    """
    x0, y0, x1, y1 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
    rise = np.where(y1 == y0, 1, y1 - y0)
    crosses = ((y0 > lat) != (y1 > lat)) & (lon < x0 + (lat - y0) * (x1 - x0) / rise)
    return bool(np.count_nonzero(crosses) % 2)


def in_ring_all(lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64], ring: Floats) -> npt.NDArray[np.bool_]:
    """Tell of many points which are inside a closed ring, by the rule of ``in_ring``.

    >>> square = np.array([[0.0, 0], [2, 0], [2, 2], [0, 2], [0, 0]])
    >>> in_ring_all(np.array([1.0, 1.0]), np.array([1.0, 3.0]), square).tolist()
    [True, False]
    """
    odd = np.zeros(len(lat), np.bool_)
    for (x0, y0), (x1, y1) in pairwise(ring):
        rise = (y1 - y0) or 1.0
        odd ^= ((y0 > lat) != (y1 > lat)) & (lon < x0 + (lat - y0) * (x1 - x0) / rise)
    return odd


def closed_ring(latlon: tuple[tuple[float, float], ...]) -> Floats:
    """Turn ``[latitude, longitude]`` pairs of a file into a closed ring of longitude, latitude."""
    ring = np.array([(lon, lat) for lat, lon in latlon], np.float64)
    return ring if np.array_equal(ring[0], ring[-1]) else np.vstack([ring, ring[:1]])


def ring_area_km2(ring: Floats) -> float:
    """Area within a closed ring, in square kilometres (shoelace formula in a local projection)."""
    middle = ring.mean(axis=0)
    at = local_km(float(middle[1]), float(middle[0]), ring)
    return abs(float(np.sum(at[:-1, 0] * at[1:, 1] - at[1:, 0] * at[:-1, 1]))) / 2
