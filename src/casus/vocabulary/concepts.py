"""The one table of what predicates mean, shared by all languages: ``data/vocabulary/concepts.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeGuard, get_args

from casus.errors import CasusError
from casus.records.base import Record
from casus.records.statement import Modality, PloverType, StatementKind

Role = Literal["actor", "recipient", "place"]
Slot = Literal["subject", "object", "target", "partner", "origin", "goal"]

COLUMNS = ("concept", "type", "mode", "cameo", "kind", "roles", "speech", "gloss", "source")
_NOT = "not "
_MIND = frozenset({"intent", "forecast", "opinion", "question"})


class Concept(Record, frozen=True, kw_only=True):
    """What a predicate means: its PLOVER and CAMEO code, what is stated, who plays which part."""

    name: str
    type: PloverType | None
    mode: str | None
    cameo: str | None
    kind: StatementKind
    roles: tuple[tuple[Slot, Role], ...]
    """Which slot of the clause carries which role; a slot that stands twice (``goal``) fills both roles."""
    content: Modality | None
    """Modality of the clause it governs (what is demanded, denied, promised); None where it governs none."""
    content_negative: bool
    """Is the governed content said not to be, or not to come (denied, refused, forbidden)?"""
    gloss: str
    source: str

    @property
    def colours(self) -> bool:
        """Does it only colour the clause it governs (hopes, plans, may), and yield to it where there is one?"""
        return self.content is not None and self.kind in _MIND

    def roles_of(self, slot: Slot) -> tuple[Role, ...]:
        """Give the roles a slot fills, in table order."""
        return tuple(role for held, role in self.roles if held == slot)


@cache
def concepts() -> Mapping[str, Concept]:
    """Give all concepts by name, in table order.

    >>> concepts()["occupy"].type, concepts()["occupy"].cameo
    ('ASSAULT', '192')
    """
    lines = (files("casus") / "data" / "vocabulary" / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    return parse_concepts(lines)


def parse_concepts(lines: list[str]) -> Mapping[str, Concept]:
    """Parse the table, header first; anything malformed is a broken installation."""
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise CasusError(f"concepts.tsv, line 1: the columns must be {', '.join(COLUMNS)}")
    table: dict[str, Concept] = {}
    for number, line in enumerate(lines[1:], 2):
        concept = _concept(line, f"concepts.tsv, line {number}")
        if concept.name in table:
            raise CasusError(f"concepts.tsv, line {number}: {concept.name} stands twice")
        table[concept.name] = concept
    return MappingProxyType(table)


def _concept(line: str, where: str) -> Concept:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise CasusError(f"{where}: {len(cells)} cells instead of {len(COLUMNS)}")
    name, type_, mode, cameo, kind, roles, speech, gloss, source = cells
    content, negative = _speech(speech, where)
    if not _is_kind(kind):
        raise CasusError(f"{where}: no kind of statement is called {kind!r}")
    return Concept(
        name=name,
        type=_type(type_, where),
        mode=mode or None,
        cameo=cameo or None,
        kind=kind,
        roles=tuple(_role(pair, where) for pair in roles.split(",")) if roles else (),
        content=content,
        content_negative=negative,
        gloss=gloss,
        source=source,
    )


def _type(text: str, where: str) -> PloverType | None:
    if text and not _is_type(text):
        raise CasusError(f"{where}: PLOVER has no type {text!r}")
    return text if _is_type(text) else None


def _speech(text: str, where: str) -> tuple[Modality | None, bool]:
    """Read a modality label, with ``not`` before it for negative content; what is denied is negative anyway."""
    label = text.removeprefix(_NOT)
    if label and not _is_modality(label):
        raise CasusError(f"{where}: no modality is called {label!r}")
    return (label if _is_modality(label) else None), text.startswith(_NOT) or label == "denied"


def _role(pair: str, where: str) -> tuple[Slot, Role]:
    slot, _, role = pair.partition("=")
    if not _is_slot(slot) or not _is_role(role):
        raise CasusError(f"{where}: {pair!r} is not a slot and a role")
    return slot, role


def _is_type(text: str) -> TypeGuard[PloverType]:
    return text in get_args(PloverType)


def _is_kind(text: str) -> TypeGuard[StatementKind]:
    return text in get_args(StatementKind)


def _is_modality(text: str) -> TypeGuard[Modality]:
    return text in get_args(Modality)


def _is_slot(text: str) -> TypeGuard[Slot]:
    return text in get_args(Slot)


def _is_role(text: str) -> TypeGuard[Role]:
    return text in get_args(Role)
