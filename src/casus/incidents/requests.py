"""Who asked whom for what, and under which article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.incidents.instruments import named_under
from casus.incidents.speech import day_of, is_content, vouched
from casus.incidents.telling import Telling
from casus.records import InvocationStep, Report, Request, StatementRef
from casus.records.incident import Asks
from casus.records.party import is_state

_ASKING: dict[str, Asks] = {
    "request_help": "military_help",
    "request_talks": "consultation",
    "request_meeting": "consultation",
    "invoke_article": "other",
    "request": "other",
    "appeal": "other",
    "demand": "other",
}
_CONTENT: dict[str, Asks] = {
    "military_aid": "military_help",
    "supply_arms": "military_help",
    "come_to_aid": "military_help",
    "intervene": "military_help",
    "use_force": "military_help",
    "deploy": "military_help",
    "reinforce": "military_help",
    "peacekeeping": "military_help",
    "repel": "military_help",
    "self_defence": "military_help",
    "consult": "consultation",
    "convene": "consultation",
    "summit": "consultation",
    "meet": "consultation",
    "mediate": "diplomatic",
    "investigate": "diplomatic",
    "adopt_resolution": "diplomatic",
    "monitor": "diplomatic",
    "criticise": "diplomatic",
    "support": "diplomatic",
}
_WORDS: dict[str, tuple[tuple[str, Asks], ...]] = {
    "ja": (
        ("軍事援助", "military_help"),
        ("軍事支援", "military_help"),
        ("軍事的支援", "military_help"),
        ("派兵", "military_help"),
        ("協議", "consultation"),
        ("緊急会合", "consultation"),
        ("仲介", "diplomatic"),
    ),
    "en": (
        ("military aid", "military_help"),
        ("military assistance", "military_help"),
        ("military help", "military_help"),
        ("military support", "military_help"),
        ("consultation", "consultation"),
        ("emergency meeting", "consultation"),
        ("mediat", "diplomatic"),
    ),
    "ru": (
        ("военной помощ", "military_help"),
        ("военную помощ", "military_help"),
        ("консультаци", "consultation"),
        ("экстренн", "consultation"),
        ("посредни", "diplomatic"),
    ),
}
"""Words of a request's own sentence, asked only where its concept and its content do not tell."""


def request_of(
    telling: Telling,
    told: Sequence[Telling],
    reports: Mapping[str, Report],
    adversaries: Mapping[str, frozenset[str]],
    instruments: Sequence[tuple[str, str]],
) -> Request | None:
    """Make a request of a statement that a state asked an organisation, or a state not its enemy, for something.

    What only a third party claims was asked is no request; nor is mediation between the sides.
    """
    asker = next((s.id for s in telling.actors if is_state(s.id)), None)
    if telling.concept not in _ASKING or asker is None or not vouched(telling, asker):
        return None
    to = next((s.id for s in telling.recipients if s.id != asker and s.id not in adversaries.get(asker, ())), None)
    sides = set().union(*adversaries.values())
    if (telling.recipients and to is None) or (to in sides and asker not in sides):
        return None  # what third states ask of the two sides is mediation, no call on an ally
    report = reports.get(telling.ref.report)
    sentence = report.text[slice(*telling.statement.sentence)] if report else ""
    under = named_under(sentence, telling.language, instruments)
    if to is None and (under is None or telling.concept == "demand"):
        return None
    return Request(
        by=asker,
        to=to or "unknown",
        under=under,
        asks=_asks(telling, told, sentence),
        on=day_of(telling),
        statements=(telling.ref.statement,),
    )


def _asks(telling: Telling, told: Sequence[Telling], sentence: str) -> Asks:
    asks = _ASKING[telling.concept]
    if asks != "other":
        return asks
    askers = {s.id for s in telling.actors}
    for content in told:
        if content.concept in _CONTENT and any(is_content(content, telling, asker) for asker in askers):
            return _CONTENT[content.concept]
    folded = sentence.casefold()
    return next((meant for word, meant in _WORDS.get(telling.language, ()) if word in folded), "other")


def request_step(request: Request, refs: tuple[StatementRef, ...]) -> InvocationStep:
    """Make the step of a request from all statements that tell of it."""
    return InvocationStep(
        what="request",
        by=request.by,
        to=None if request.to == "unknown" else request.to,
        under=request.under,
        asks=request.asks,
        on=request.on,
        statements=refs,
    )


def merged_requests(requests: Sequence[tuple[Request, StatementRef]]) -> tuple[tuple[Request, InvocationStep], ...]:
    """Put tellings of one request together, with its step: same asker and asked, nothing that differs."""
    merged: list[tuple[Request, tuple[StatementRef, ...]]] = []
    for request, ref in requests:
        for i, (other, refs) in enumerate(merged):
            if _one_request(request, other):
                merged[i] = _joined(other, request), (*refs, ref)
                break
        else:
            merged.append((request, (ref,)))
    return tuple((request, request_step(request, refs)) for request, refs in merged)


def _one_request(a: Request, b: Request) -> bool:
    apart = [(a.on, b.on, None), (a.asks, b.asks, "other")]
    same = (a.by, a.to) == (b.by, b.to) and _fuller(a.under, b.under) is not None
    return same and all(x == y or blank in {x, y} for x, y, blank in apart)


def _fuller(a: str | None, b: str | None) -> str | None:
    """Give the fuller of two ways to name an article, empty where neither names one; None where they differ.

    >>> _fuller("Article 2", "Collective Security Treaty, Article 2"), _fuller("Article 2", "Article 4")
    ('Collective Security Treaty, Article 2', None)
    """
    shorter, longer = sorted((a or "", b or ""), key=len)
    return longer if not shorter or longer == shorter or longer.endswith(f", {shorter}") else None


def _joined(a: Request, b: Request) -> Request:
    return Request(
        by=a.by,
        to=a.to,
        under=_fuller(a.under, b.under) or None,
        asks=b.asks if a.asks == "other" else a.asks,
        on=a.on or b.on,
        statements=a.statements + b.statements,
    )
