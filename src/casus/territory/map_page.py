"""A map as a page that stands by itself: the drawing, and all that is said of the place, with no script and no link."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,"Noto Sans",sans-serif;margin:0 auto;max-width:60rem;
padding:.75rem}figure{margin:0;overflow-x:auto}svg{display:block;width:100%;min-width:34rem;height:auto;background:#fff}
h1{font-size:1.3rem;margin:.3rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}@media(max-width:34rem){dl{grid-template-columns:1fr}
dd{margin:0 0 .4rem .8rem}}
"""


def to_page(title: str, svg: str, rows: Iterable[tuple[str, str]], language: str = "en") -> str:
    """Write a page: the title, the drawing, and labelled lines."""
    told = "".join(f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for label, words in rows)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n<figure>\n{svg}</figure>\n<dl>{told}</dl></body></html>\n"
    )
