"""From findings to one readable brief, in English and Japanese."""

from casus.briefing.accounts import main_findings
from casus.briefing.books import LawBook, PlaceBook
from casus.briefing.compose import compose
from casus.briefing.expected import expectations
from casus.briefing.originals import compared, originals_cited
from casus.briefing.overlooked import answered, ground_claims
from casus.briefing.render_html import to_html
from casus.briefing.render_text import to_text
from casus.briefing.shorts import armed_act_told
from casus.briefing.tested import tested_assertions
from casus.briefing.words import Shelf

__all__ = [
    "LawBook",
    "PlaceBook",
    "Shelf",
    "answered",
    "armed_act_told",
    "compared",
    "compose",
    "expectations",
    "ground_claims",
    "main_findings",
    "originals_cited",
    "tested_assertions",
    "to_html",
    "to_text",
]
