"""A territory finding in plain sentences, in English and Japanese."""

from __future__ import annotations

from casus.records.base import Words
from casus.records.finding import TerritoryFinding
from casus.vocabulary.states import states


def describe(finding: TerritoryFinding) -> Words:
    """Say whose ground a place is, who holds it, who sees it otherwise, and what the map leaves open."""
    return {"en": " ".join(_english(finding)), "ja": "".join(_japanese(finding))}


def party_name(party: str, language: str) -> str:
    """Name a party: a state by its name, an entity by its tag and the recognised sovereign.

    >>> party_name("ARM", "ja"), party_name("AZE-ARTSAKH", "en")
    ('アルメニア', 'Artsakh (in Azerbaijan)')
    """
    state = states().by_code(party)
    if state is not None:
        return state.name(language)
    sovereign, dash, tag = party.partition("-")
    home = states().by_code(sovereign)
    if not dash or home is None:
        return party
    shown = tag.replace("-", " ").title()
    return f"{shown}({home.name('ja')}内)" if language == "ja" else f"{shown} (in {home.name(language)})"


def _english(found: TerritoryFinding) -> list[str]:
    name = found.name.get("en", found.place)
    said = [f"{name} on {found.on}:"]
    if found.recognised:
        main = "in the main " if found.undemarcated else ""
        said.append(f"recognised {main}as {owned(found.recognised)} ground ({found.recognised_why}).")
    else:
        said.append(f"no recognised sovereign on file ({found.recognised_why}).")
    held = f"Held by {party_name(found.controller, 'en')}." if found.controller else f"Held: {found.controller_why}."
    said.append(held)
    said.extend(f"In the view of {party_name(v.position, 'en')} it is {owned(v.holder)}." for v in found.views)
    if found.boundary_km is not None and found.accuracy_km is not None:
        said.append(
            f"{found.boundary_km} km from the boundary {found.boundary_with} of a map good to {found.accuracy_km:g} km."
        )
    return said


def owned(party: str) -> str:
    """Write a party's name as an owner's.

    >>> owned("ARM"), owned("CYP")
    ("Armenia's", "Cyprus'")
    """
    name = party_name(party, "en")
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _japanese(found: TerritoryFinding) -> list[str]:
    name = found.name.get("ja", found.name.get("en", found.place))
    said = [f"{name}({found.on}時点):"]
    if found.recognised:
        main = "大部分は" if found.undemarcated else ""
        said.append(f"{main}{party_name(found.recognised, 'ja')}領と認められている。")
    else:
        said.append("一般に承認された主権者は記録にない。")
    held = (
        f"支配しているのは{party_name(found.controller, 'ja')}。"
        if found.controller
        else "支配者は一つに定まらないか、記録にない。"
    )
    said.append(held)
    said.extend(f"{party_name(v.position, 'ja')}の立場では{party_name(v.holder, 'ja')}領。" for v in found.views)
    if found.undemarcated:
        said.append("現地で画定されていない国境線の区間にある。")
    if found.boundary_km is not None and found.accuracy_km is not None:
        said.append(
            f"地図上の国境({found.boundary_with})まで{found.boundary_km} km、地図の誤差は{found.accuracy_km:g} km程度。"
        )
    return said
