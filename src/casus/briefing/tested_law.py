"""Assertions of law: that somebody is obliged, or has broken a treaty."""

from __future__ import annotations

from datetime import date

from casus.briefing.books import LawBook
from casus.briefing.naming import codes, party_name, told, why_of
from casus.briefing.phrases import both, joined, say
from casus.briefing.words import Shelf
from casus.logic import Truth
from casus.records import Finding, Statement, StatementRef, TestedAssertion, Words
from casus.records.assessment import Verdict

BREACH = frozenset({"breach_treaty"})
Held = tuple[Verdict, Words, tuple[str, ...]]


def legal(
    shelf: Shelf, ref: StatementRef, findings: tuple[Finding, ...], law: LawBook, on: date | None
) -> TestedAssertion | None:
    """Hold a duty or a breach a report asserts against the findings; None where the statement asserts neither."""
    statement = shelf.statement(ref)
    if statement.concept in BREACH:
        held = _breach(statement, _instruments(shelf, ref, law), findings, law, on)
    elif statement.modality == "obligation" or statement.kind == "obligation":
        held = _duty(shelf, ref, findings, law, on)
    else:
        return None
    verdict, reason, used = held
    return TestedAssertion(statement=ref, kind="legal", verdict=verdict, reason=reason, findings=used)


def _instruments(shelf: Shelf, ref: StatementRef, law: LawBook) -> tuple[str, ...]:
    """Give the instruments named in the sentence, else those named last before it."""
    named = law.instruments_in(shelf.sentence(ref))
    if named:
        return named
    before = shelf.report(ref.report).text[: shelf.statement(ref).sentence[0]]
    return law.instruments_in(before)[-1:]


def _breach(
    statement: Statement, instruments: tuple[str, ...], findings: tuple[Finding, ...], law: LawBook, on: date | None
) -> Held:
    breakers = _breakers(statement)
    if not instruments or not breakers or on is None:
        return "cannot tell", say("breach_unclear"), ()
    for treaty in instruments:
        for state in breakers:
            truth, why = law.bound(treaty, state, on)
            if truth is Truth.NO:
                words = say(
                    "breach_nonparty",
                    state=party_name(state),
                    treaty=law.title(treaty),
                    why=told(why["en"], why.get("ja", "")),
                )
                return "not borne out", words, ()
    related = [
        f for f in findings if f.treaty in instruments and f.owes == "non-aggression" and set(f.obliged) & set(breakers)
    ]
    return _verdict(related, say("breach_unclear"), law)


def _breakers(statement: Statement) -> list[str]:
    """Name whose act is called a breach: an overt actor, else whoever it is about, else the actor carried over."""
    actor, other = statement.actor, statement.recipient
    overt = codes(actor.id) if actor and not actor.inherited else frozenset()
    return sorted(overt or codes(other.id if other else None) or codes(actor.id if actor else None))


def _duty(shelf: Shelf, ref: StatementRef, findings: tuple[Finding, ...], law: LawBook, on: date | None) -> Held:
    statement = shelf.statement(ref)
    named = _instruments(shelf, ref, law)
    parties = codes(statement.actor.id if statement.actor else None)
    kinds = ("non-aggression", "neutrality") if statement.polarity == "negative" else ("defence",)
    related = [f for f in findings if f.owes in kinds and (not named or f.treaty in named) and _shares(parties, f, law)]
    if _is_rule(shelf, ref) and related:
        return "borne out", _rule_words(related, law, on), tuple(f.id for f in related)
    return _verdict(related, say("duty_nowhere"), law)


def _shares(parties: frozenset[str], finding: Finding, law: LawBook) -> bool:
    """Are those the report names among the obliged? An organisation stands for its members; nobody named, for all."""
    states = {p for p in parties if not p.startswith("IGO ")}
    organisations = parties - states
    return (
        not parties
        or bool(states & set(finding.obliged))
        or any(finding.treaty in law.instruments_of(o) for o in organisations)
    )


def _is_rule(shelf: Shelf, ref: StatementRef) -> bool:
    """Is the duty told as a general rule: does a condition in the same sentence stand before it?"""
    sentence = shelf.statement(ref).sentence
    return any(
        s.modality == "conditional" and s.sentence == sentence and r.report == ref.report for r, s in shelf.statements()
    )


def _rule_words(related: list[Finding], law: LawBook, on: date | None) -> Words:
    first = related[0]
    text = law.paraphrase(first.treaty, first.provision, on) if on else None
    return say(
        "rule_is",
        treaty=law.title(first.treaty),
        cite=both(first.cite, first.cite_ja),
        text=text or both(first.duty, first.duty_ja),
    )


def _verdict(related: list[Finding], nothing: Words, law: LawBook) -> Held:
    """YES bears an assertion out; NO and UNKNOWN do not: what is asserted as so is at most open."""
    used = tuple(f.id for f in related)
    outcomes: tuple[tuple[Truth, Verdict, str], ...] = (
        (Truth.YES, "borne out", "duty_triggered"),
        (Truth.UNKNOWN, "not borne out", "duty_open"),
        (Truth.NO, "not borne out", "duty_not"),
    )
    for truth, verdict, key in outcomes:
        hits = [f for f in related if f.answer is truth]
        if hits:
            cites = joined([say("cite", treaty=law.title(f.treaty), cite=both(f.cite, f.cite_ja)) for f in hits[:2]])
            return verdict, say(key, cites=cites, why=why_of(hits[0])), used
    return "cannot tell", nothing, ()
