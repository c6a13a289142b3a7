"""What is installed on the machine of whoever runs a command: the folder of data, and the tools with its places."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from casus.vocabulary.datasets import data_folder

if TYPE_CHECKING:
    from casus.pipeline import Tools


def folder() -> Path:
    """Give the folder of installed data."""
    return data_folder(os.environ, Path.home())


def installed_tools() -> Tools:
    """Open what the pipeline works with, the places that are installed among it."""
    from casus.pipeline import tools

    return tools(folder() / "places")
