"""casus: a report of an armed incident in, a checkable brief out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casus import version

if TYPE_CHECKING:
    from casus.api import assess as assess
    from casus.api import brief as brief
    from casus.api import read as read
    from casus.api import receive_all as receive_all
    from casus.api import weigh as weigh

__version__ = version.VERSION
__all__ = ["__version__", "assess", "brief", "read", "receive_all", "weigh"]


def __getattr__(name: str) -> Any:
    """Load the public functions on first use, so that ``import casus`` stays light."""
    if name in __all__:
        from casus import api

        return getattr(api, name)
    raise AttributeError(f"module 'casus' has no attribute {name!r}")
