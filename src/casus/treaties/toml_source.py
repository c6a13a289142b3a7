"""Where things stand in a TOML file: line and column of a key or of a string's words, for error messages."""

from __future__ import annotations

import re
from functools import cached_property

Path = tuple[str | int, ...]
"""Keys and indices from the top: ``("provision", 0, "text", 1, "when")``."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=\s*""")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")
_LONG = ('"""', "'''")


def _parts(dotted: str) -> tuple[str, ...]:
    """Split a dotted key, quoted parts kept whole."""
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


class TomlSource:
    """A file's text with the places of its keys (1-based lines and columns)."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _keys(self) -> dict[Path, tuple[int, int]]:
        """Path to the 0-based (line, column) of what follows the ``=``, or of a table's header."""
        found: dict[Path, tuple[int, int]] = {}
        counts: dict[Path, int] = {}
        table: Path = ()
        closing = ""
        for number, line in enumerate(self.text.splitlines()):
            if closing:
                closing = "" if closing in line else closing
                continue
            if header := _HEADER.match(line):
                table = self._enter(_parts(header[2]), counts, many=header[1] == "[[")
                found.setdefault(table, (number, header.start(2)))
            elif key := _KEY.match(line):
                found.setdefault(table + _parts(key[1]), (number, key.end()))
                closing = next((q for q in _LONG if line.count(q) == 1), "")
        return found

    @staticmethod
    def _enter(names: tuple[str, ...], counts: dict[Path, int], *, many: bool) -> Path:
        """Turn a table's name into its path, the last element of each array of tables being meant."""
        path: Path = ()
        for depth, name in enumerate(names):
            path = (*path, name)
            if many and depth == len(names) - 1:
                counts[path] = counts.get(path, -1) + 1
            if path in counts:
                path = (*path, counts[path])
        return path

    def at(self, path: Path) -> tuple[int, int]:
        """Give the 0-based line and column of a path, or of the nearest one above it."""
        while path and path not in self._keys:
            path = path[:-1]
        return self._keys.get(path, (0, 0))

    def where(self, path: Path, *, word: str = "", skip: int = 0) -> str:
        """Give ``file:line:column``; of the word after the path's start where one is given, ``skip`` characters on."""
        line, column = self.at(path)
        lines = self.text.splitlines()
        if word:
            pattern = re.compile(rf"(?<![\w.-]){re.escape(word)}(?![\w-])")
            for number in range(line, len(lines)):
                if match := pattern.search(lines[number], column if number == line else 0):
                    line, column = number, match.start()
                    break
        elif skip and line < len(lines):
            column = min(column + skip, len(lines[line]))
        return f"{self.name}:{line + 1}:{column + 1}"
