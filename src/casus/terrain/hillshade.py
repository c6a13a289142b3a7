"""Shaded relief as a picture: light from the north-west, grey where ground is known, clear where it is not."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt

Grid = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

AZIMUTH_DEG, ALTITUDE_DEG = 315.0, 45.0


def hillshade(heights: Grid, cell_m: float, *, exaggerated: float = 1.5) -> Bytes:
    """Shade heights, 0 dark to 255 light; voids are left at 0.

    The cosine of the angle between the ground's normal and the light (Horn, "Hill shading and the reflectance map",
    1981).

    >>> hillshade(np.zeros((3, 3), np.float32), 30.0)[1, 1]
    np.uint8(180)
    """
    south, east = np.gradient(np.asarray(heights, np.float64) * exaggerated, cell_m)
    to_sun, up = np.radians(AZIMUTH_DEG), np.radians(ALTITUDE_DEG)
    lit = np.sin(up) + np.cos(up) * (south * np.cos(to_sun) - east * np.sin(to_sun))
    shade: Bytes = np.nan_to_num(255 * np.clip(lit / np.sqrt(1 + south**2 + east**2), 0, 1)).astype(np.uint8)
    return shade


def png(grey: Bytes, opaque: npt.NDArray[np.bool_]) -> bytes:
    r"""Encode a grey picture with clear parts as PNG (ISO/IEC 15948), the same bytes for the same picture.

    >>> png(np.zeros((1, 1), np.uint8), np.ones((1, 1), bool))[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    rows, cols = grey.shape
    pixels = np.dstack([grey, np.where(opaque, 255, 0).astype(np.uint8)]).reshape(rows, cols * 2)
    lines = np.hstack([np.zeros((rows, 1), np.uint8), pixels])
    head = struct.pack(">IIBBBBB", cols, rows, 8, 4, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
