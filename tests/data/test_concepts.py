"""The table of concepts: closed lists, codes of the right form, and a loader that names what is wrong."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from casus.errors import CasusError
from casus.records.statement import PloverType
from casus.vocabulary.concepts import COLUMNS, Concept, concepts, parse_concepts

SOURCES = {"PLOVER 0.8 crosswalk", "PLOVER 0.8 manual", "CAMEO 1.1b3 code list", "own"}
HEADER = "\t".join(COLUMNS)
GOOD = "occupy\tASSAULT\toccupy\t192\tevent\tsubject=actor,object=place\t\toccupies ground\town"

# CAMEO's root code that each PLOVER type is made of, with the departures this table makes on purpose.
ROOTS = {
    "AGREE": {"03"},
    "CONSULT": {"04"},
    "SUPPORT": {"05", "01"},
    "CONCEDE": {"08", "05"},
    "COOPERATE": {"06"},
    "AID": {"07"},
    "RETREAT": {"08"},
    "REQUEST": {"02", "10"},
    "ACCUSE": {"09", "11"},
    "REJECT": {"12", "01"},
    "THREATEN": {"13"},
    "PROTEST": {"14"},
    "SANCTION": {"16", "11"},
    "MOBILIZE": {"15"},
    "COERCE": {"17", "18", "19"},
    "ASSAULT": {"17", "18", "19", "20"},
}


def test_there_are_enough_concepts_and_every_plover_type_is_used() -> None:
    """The table has at least 150 concepts and leaves no PLOVER type out."""
    table = concepts()
    assert len(table) >= 150
    assert {c.type for c in table.values()} == {*get_args(PloverType), None}


@pytest.mark.parametrize("concept", concepts().values(), ids=lambda c: c.name)
def test_a_concept_is_well_formed(concept: Concept) -> None:
    """Names and modes are lower case, codes are CAMEO's, a source and a gloss are there."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", concept.name)
    assert concept.mode is None or re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", concept.mode)
    assert concept.cameo is None or re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", concept.cameo)
    assert concept.source in SOURCES
    assert concept.gloss.strip() == concept.gloss != ""
    assert concept.roles


@pytest.mark.parametrize("concept", concepts().values(), ids=lambda c: c.name)
def test_type_and_code_belong_together(concept: Concept) -> None:
    """A CAMEO code stands under the root its PLOVER type is made of."""
    if concept.type is not None and concept.cameo is not None:
        assert concept.cameo[:2] in ROOTS[concept.type]


@pytest.mark.parametrize(
    ("name", "type_", "cameo"),
    [
        ("occupy", "ASSAULT", "192"),
        ("shell", "ASSAULT", "194"),
        ("airstrike", "ASSAULT", "195"),
        ("shoot", "ASSAULT", "193"),
        ("withdraw", "RETREAT", "0874"),
        ("deny", "REJECT", "016"),
        ("accuse", "ACCUSE", "112"),
        ("demand", "REQUEST", "100"),
        ("appeal", "REQUEST", "020"),
        ("claim_responsibility", None, "015"),
        ("blockade", "COERCE", "191"),
        ("sanction", "SANCTION", "163"),
    ],
)
def test_the_conventions_that_matter_most(name: str, type_: str | None, cameo: str) -> None:
    """Fighting and occupying are ASSAULT, demands and appeals REQUEST, yielding ground RETREAT."""
    assert (concepts()[name].type, concepts()[name].cameo) == (type_, cameo)


@pytest.mark.parametrize("name", ["deny", "refuse", "reject", "forbid", "be_forbidden", "not_intend", "oppose"])
def test_what_is_denied_refused_or_forbidden_is_negative(name: str) -> None:
    """The content of a denial, refusal or prohibition is said not to be."""
    assert concepts()[name].content is not None
    assert concepts()[name].content_negative


def test_the_governed_content_never_becomes_a_fact() -> None:
    """No predicate of speech or mind gives its content the text's own voice."""
    assert not {c.content for c in concepts().values()} & {"fact", "state", "background"}


def test_the_sufferer_is_the_subject_of_verbs_of_suffering() -> None:
    """Who dies, is wounded or is lost is the recipient."""
    assert all(concepts()[n].roles_of("subject") == ("recipient",) for n in ("be_killed", "be_wounded", "be_lost"))
    assert concepts()["invade"].roles_of("goal") == ("place", "recipient")


def test_predicates_of_mind_only_colour_what_they_govern() -> None:
    """Hoping and planning yield to the act hoped for; demanding is an act of its own."""
    assert concepts()["plan"].colours
    assert not concepts()["demand"].colours
    assert not concepts()["occupy"].colours


def test_the_table_cannot_be_changed() -> None:
    """Readers share one table, so nobody may write to it."""
    assert not hasattr(concepts(), "__setitem__")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "line 1: the columns must be"),
        (["concept\ttype"], "line 1: the columns must be"),
        ([HEADER, "occupy\tASSAULT"], "line 2: 2 cells instead of 9"),
        ([HEADER, GOOD, GOOD], "line 3: occupy stands twice"),
        ([HEADER, GOOD.replace("ASSAULT", "FIGHT")], "line 2: PLOVER has no type 'FIGHT'"),
        ([HEADER, GOOD.replace("event", "deed")], "line 2: no kind of statement is called 'deed'"),
        ([HEADER, GOOD.replace("object=place", "object=booty")], "line 2: 'object=booty' is not a slot and a role"),
        ([HEADER, GOOD.replace("place\t\t", "place\twished\t")], "line 2: no modality is called 'wished'"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(lines: list[str], message: str) -> None:
    """The loader says on which line and what is wrong."""
    with pytest.raises(CasusError, match=re.escape(message)):
        parse_concepts(lines)
