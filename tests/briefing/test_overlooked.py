"""Claims that a place watches or commands another are found, with what is watched, and answered."""

from __future__ import annotations

import msgspec
import pytest

import casus
from casus.briefing import compose
from casus.pipeline import tools
from casus.records import AreaHeights, ElevationSource, GroundView, Overlook, Section

JAPANESE = (
    "アゼルバイジャン軍は5月12日、アルメニアのシュニク地方にあるセブ湖周辺を占領した。"
    "セブ湖周辺は標高(約3,500m)が高く、幹線道路やシシアン空港を監視している。"
)
ENGLISH = (
    "Azerbaijani troops occupied Sev Lake in Armenia's Syunik province on 12 May 2021. "
    "The positions at Sev Lake overlook Sisian airport."
)
DENIED = ENGLISH.replace("overlook Sisian", "do not overlook Sisian")


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
def test_a_claim_is_found_with_what_watches_and_what_is_watched(text: str) -> None:
    """The lake watches, the airfield is watched; without elevation the tiles are named and nothing is answered."""
    found = casus.assess(text, published="2021-05-15")
    [claim] = found.ground_claims
    assert claim.area == "sev-lake"
    assert claim.target in {"sisian-airfield", "sisian"}
    [view] = found.ground_views
    assert view.missing == ("N39E046",)
    assert view.sources == ()
    assert not [t for t in found.tested if t.kind == "observation"]


def test_a_height_and_a_road_belong_to_the_claim_of_their_sentence() -> None:
    """They are tried with it."""
    [claim] = casus.assess(JAPANESE, published="2021-05-15").ground_claims
    assert claim.height_m == 3500
    assert claim.road


def test_a_denial_claims_nothing() -> None:
    """That a place does not overlook another is no claim of observation."""
    assert casus.assess(DENIED, published="2021-05-15").ground_claims == ()


def section(row: Overlook, language: str = "en") -> tuple[Section, list[str]]:
    """Compose the section for a view that is given."""
    found = casus.assess(JAPANESE, published="2021-05-15")
    view = GroundView(
        area="sev-lake", overlooks=(row,), cells=100, cells_in_area=100, observer_height_m=2, target_height_m=2,
        refraction=1 / 7, elevation_error_m=3, draws=8,
        heights=(
            AreaHeights(name="middle", lowest_m=2666, median_m=2666, highest_m=2666),
            AreaHeights(name="massif", lowest_m=1900, median_m=2500, highest_m=3550),
        ),
        sources=(ElevationSource(name="Made", resolution_m=30, attribution="© nobody"),),
    )  # fmt: skip
    brief = compose(msgspec.structs.replace(found, ground_views=(view,)), law=tools().book)
    part = next(s for s in brief.sections if s.id == "overlook")
    return part, [line.says[language] for line in part.lines]


@pytest.mark.parametrize(
    ("verdict", "says", "mark"),
    [
        ("overlooked", "the claim: borne out", "yes"), ("hidden", "the claim: not borne out", "no"),
        ("marginal", "the claim: cannot tell", "unknown"), ("unknown", "the claim: cannot tell", "unknown"),
    ],
)  # fmt: skip
def test_each_verdict_answers_the_claim(verdict: str, says: str, mark: str) -> None:
    """With figures, quotation, source and caveat; the height fits the massif, not the lake."""
    row = Overlook(
        area="sev-lake", target="sisian-airfield", verdict=verdict,  # type: ignore[arg-type]
        share_of_area=0.2, share_low=0.1, share_high=0.3, nearest_m=16_400, clearance_m=12.0, source="Made",
    )  # fmt: skip
    part, lines = section(row)
    assert says in lines[0]
    assert part.lines[0].mark == mark
    assert part.lines[0].quotes
    assert "3,500 m beside Sev Lake fits the massif within 10 km" in lines[1]
    assert "does not say that arms reach it" in lines[2]
    assert part.lines[2].sources == ("Made: © nobody",)
    assert all(section(row, "ja")[1])
