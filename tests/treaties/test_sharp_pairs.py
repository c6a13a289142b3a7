"""Pairs of incidents that differ in one thing, and the answer with it: what a lawyer tries first on such a program."""

from __future__ import annotations

from datetime import date

import pytest
from tests.treaties.attacks import INVASION, PRESENCE, STRIKE, UNREST, attack, owed, why

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import CasePlace, OrganDecision, Request

SEV_LAKE = CasePlace(name="Sev Lake, Syunik, Armenia", lat=39.6, lon=46.24)
JERMUK = CasePlace(name="Jermuk, Armenia", lat=39.84, lon=45.67)
VARDENIS = CasePlace(name="Vardenis, Armenia", lat=40.18, lon=45.73)
MARTAKERT = CasePlace(name="Martakert, Nagorno-Karabakh", lat=40.21, lon=46.82)
ALMATY = CasePlace(name="Almaty, Kazakhstan", lat=43.24, lon=76.95)
OSH = CasePlace(name="Osh, Kyrgyzstan", lat=40.53, lon=72.8)
ATHENS = CasePlace(name="Athens, Greece", lat=37.98, lon=23.73)
STANLEY = CasePlace(name="Stanley, Falkland Islands", lat=-51.69, lon=-57.86)
HAWAII = CasePlace(name="Pearl Harbor, Hawaii", lat=21.35, lon=-157.97)
ORAN = CasePlace(name="Oran, Algeria", lat=35.7, lon=-0.63)
GANJA = CasePlace(name="Ganja, Azerbaijan", lat=40.68, lon=46.36)
CSTO = "IGO CSTO"


def asks(by: str, to: str, under: str, what: str, on: date) -> Request:
    """Make a request."""
    return Request(by=by, to=to, under=under, asks=what, on=on)  # type: ignore[arg-type]  # words of the record


def test_sev_lake_beside_nagorno_karabakh_2020_and_september_2022() -> None:
    """Presence on a member's ground calls for talks; war outside for nothing; an attack on it, if asked, for help."""
    talks = asks("ARM", CSTO, "Collective Security Treaty, Art. 2", "consultation", date(2021, 5, 14))
    lake = attack(date(2021, 5, 12), "AZE", "ARM", SEV_LAKE, PRESENCE, talks)
    assert owed(lake, "cst-1992", "art-2-consult", "RUS", "ARM") is YES
    assert owed(lake, "cst-1992", "art-4", "RUS", "ARM") is UNKNOWN
    war = attack(date(2020, 9, 27), "AZE", "AZE-ARTSAKH", MARTAKERT, INVASION)
    assert owed(war, "cst-1992", "art-4", "RUS", "ARM") in (None, NO)
    proper = attack(date(2020, 10, 14), "AZE", "ARM", VARDENIS, {**STRIKE, "victim.at_war_already": YES})
    assert owed(proper, "cst-1992", "art-4", "RUS", "ARM") is UNKNOWN
    assert "no request" in why(proper, "cst-1992", "art-4")
    help_ = asks("ARM", CSTO, "Collective Security Treaty, Art. 4", "military_help", date(2022, 9, 13))
    september = attack(date(2022, 9, 13), "AZE", "ARM", JERMUK, {**INVASION, "act.on_homeland": YES}, help_)
    assert owed(september, "cst-1992", "art-4", "RUS", "ARM") is YES


def test_karabakh_as_armenias_war_is_outside_a_members_territory() -> None:
    """Told as an attack on Armenia, the fighting of 2020 still stood on ground recognised as Azerbaijani."""
    told = attack(date(2020, 9, 27), "AZE", "ARM", MARTAKERT, {**INVASION, "act.on_forces_abroad": YES})
    assert owed(told, "cst-1992", "art-4", "RUS", "ARM") is NO
    assert owed(told, "rus-arm-1997", "art-3", "RUS", "ARM") is NO


def test_kyrgyzstan_2010_beside_kazakhstan_2022() -> None:
    """Under the text of 1992 unrest is for nobody; under that of 2010 a group from outside is open, consulting owed."""
    old = asks("KGZ", CSTO, "Collective Security Treaty, Art. 4", "military_help", date(2010, 6, 12))
    new = asks("KAZ", CSTO, "Collective Security Treaty, Art. 4", "military_help", date(2022, 1, 5))
    force = OrganDecision(organ="CSTO Collective Security Council", on=date(2022, 1, 6), decided="force")
    outside = {**UNREST, "act.outside_support_shown": YES}
    osh = attack(date(2010, 6, 11), "NSA MOBS", "KGZ", OSH, UNREST, old)
    almaty = attack(date(2022, 1, 5), "NSA TERRORISTS", "KAZ", ALMATY, outside, new, force)
    within = attack(date(2022, 1, 5), "NSA RIOTERS", "KAZ", ALMATY, UNREST, new, force)
    assert owed(osh, "cst-1992", "art-4", "RUS", "KGZ") is NO
    assert owed(almaty, "cst-1992", "art-4", "RUS", "KAZ") is UNKNOWN
    assert owed(within, "cst-1992", "art-4", "RUS", "KAZ") is NO
    assert owed(within, "cst-1992", "art-2-consult", "RUS", "KAZ") is YES


@pytest.mark.parametrize(
    ("on", "answer"), [(date(1951, 10, 22), None), (date(1952, 2, 17), None), (date(1952, 2, 18), YES)]
)
def test_greece_in_the_alliance_signed_and_bound(on: date, answer: Truth | None) -> None:
    """The others signed the protocol on 22 October 1951; Greece acceded, and was owed help, from 18 February 1952."""
    found = attack(on, "SUN", "GRC", ATHENS, INVASION)
    assert owed(found, "nat-1949", "art-5", "USA", "GRC") is answer


def test_the_falklands_in_the_alliance_and_in_rio() -> None:
    """South of the Tropic no Article 5; within the Rio region, but Argentina was not attacked when it landed."""
    landing = attack(date(1982, 4, 2), "ARG", "GBR", STANLEY, INVASION)
    assert owed(landing, "nat-1949", "art-5", "USA", "GBR") is NO
    assert owed(landing, "rio-1947", "art-3", "USA", "ARG") is NO
    answer = {**INVASION, "victim.fired_first": YES, "victim.at_war_already": YES}
    campaign = attack(date(1982, 5, 21), "GBR", "ARG", STANLEY, answer)
    assert owed(campaign, "rio-1947", "art-3", "USA", "ARG") is not YES
    assert owed(campaign, "un-charter-1945", "art-2-4", "GBR", "ARG") is not YES


def test_hawaii_is_in_the_pacific_and_not_in_article_6() -> None:
    """One strike, two treaties: the Atlantic area ends before Hawaii, the Pacific one holds it."""
    found = attack(date(1990, 5, 1), "SUN", "USA", HAWAII, STRIKE)
    assert owed(found, "nat-1949", "art-5", "GBR", "USA") is NO
    assert owed(found, "anzus-1951", "art-iv", "AUS", "USA") is YES


def test_algeria_in_june_and_in_august_1962() -> None:
    """The Algerian departments left the treaty area on 3 July 1962."""
    june = attack(date(1962, 6, 15), "MAR", "FRA", ORAN, INVASION)
    august = attack(date(1962, 8, 15), "MAR", "FRA", ORAN, INVASION)
    assert owed(june, "nat-1949", "art-5", "DEU", "FRA") is YES
    assert owed(august, "nat-1949", "art-5", "DEU", "FRA") is NO


@pytest.mark.parametrize(
    ("on", "answer"), [(date(2021, 5, 14), None), (date(2021, 7, 7), NO), (date(2022, 3, 24), UNKNOWN)]
)
def test_the_shusha_declaration_unmade_unapproved_approved(on: date, answer: Truth | None) -> None:
    """In May 2021 it was not made, in July signed only, in March 2022 approved: whether it binds is disputed."""
    found = attack(on, "ARM", "AZE", GANJA, INVASION)
    assert owed(found, "shusha-2021", "para-assist", "TUR", "AZE") is answer


def test_a_frozen_membership_still_binds() -> None:
    """Armenia froze its part in the organisation in 2024 and did not leave the treaty; the answer says so."""
    help_ = asks("ARM", CSTO, "Collective Security Treaty, Art. 4", "military_help", date(2025, 2, 1))
    found = attack(date(2025, 2, 1), "AZE", "ARM", JERMUK, {**INVASION, "act.on_homeland": YES}, help_)
    assert owed(found, "cst-1992", "art-4", "RUS", "ARM") is YES
    proof = next(f.because for f in found if (f.treaty, f.provision) == ("cst-1992", "art-4"))
    assert any("froze" in leaf.says or "frozen" in leaf.says for leaf in proof.leaves())
