"""Words from reports and servers on a screen: without the control characters that could steer a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line end, and the marks that turn the direction of writing
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    r"""Put U+FFFD in the place of each.

    >>> shown("Cup\x1b[2J final")
    'Cup�[2J final'
    """
    return _STEERING.sub("\ufffd", text)
