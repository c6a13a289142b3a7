"""The ground: what an area of it overlooks, lines of sight with their profiles, and how high it is.

Compiled parts and readers of GeoTIFF come with the extra ``terrain`` and are loaded only with elevation.
"""

from casus.terrain.areas import Area
from casus.terrain.claimed import views_of
from casus.terrain.ground import Box, Elevation, Ground
from casus.terrain.heights import heights
from casus.terrain.overlook import Looking, needed, overlook, overlooked
from casus.terrain.reading import read_area, read_targets
from casus.terrain.sight import cumulative, line_of_sight, viewshed
from casus.terrain.targets import Target
from casus.terrain.tiles import open_elevation

__all__ = [
    "Area",
    "Box",
    "Elevation",
    "Ground",
    "Looking",
    "Target",
    "cumulative",
    "heights",
    "line_of_sight",
    "needed",
    "open_elevation",
    "overlook",
    "overlooked",
    "read_area",
    "read_targets",
    "views_of",
    "viewshed",
]
