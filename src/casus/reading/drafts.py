"""Statements on the way: what the drafts of one sentence say about each other."""

from __future__ import annotations

import re

import msgspec

from casus.reading.clauses import Clause
from casus.reading.modality import Put
from casus.reading.parties import UNKNOWN
from casus.records import DateMention, Party, PlaceMention, Source
from casus.vocabulary.roles import ROLES

_COUNT = re.compile(r"[\d０-９一二三四五六七八九十百数]+[人名]|多数|数人|数十人|大勢|複数")
_SIDELESS = {"IGO", "NSA", *ROLES}
_CASUALTIES = {"killed", "wounded"}
_ANSWERS = {"retaliate", "counterattack", "return_fire", "repel", "warning_shots", "scramble", "intercept", "lock_on"}
"""Deeds that answer what another has just done in the sentence."""


class Draft(msgspec.Struct):
    """A statement before the last pass over its sentence."""

    clause: Clause
    put: Put
    source: Source
    actor: Party | None
    recipient: Party | None
    place: PlaceMention | None
    date: DateMention | None


def goes_off(draft: Draft) -> bool:
    """Ask: is it an attack or a blast, which is where its victims were?"""
    concept = draft.clause.predicate.concept if draft.clause.predicate is not None else None
    return concept is not None and (concept.type == "ASSAULT" or concept.name in {"explosion", "impact", "crash"})


def known(party: Party | None) -> bool:
    """Ask: is it somebody whose id is known?"""
    return party is not None and party.id != UNKNOWN


def same(a: Party | None, b: Party | None) -> bool:
    """Ask: are both there, with one id?"""
    return a is not None and b is not None and a.id == b.id


def one_side(a: Party, b: Party | None) -> bool:
    """Ask: are both of one state or organisation (a ministry, its border guards)?"""
    return b is not None and (a.id == b.id or (a.id.split()[0] == b.id.split()[0] and a.id.split()[0] not in _SIDELESS))


def threatened(content: list[Draft], draft: Draft) -> Party | None:
    """Against whom the deed threatened is (threatens to break ties with Lima)."""
    against = (d.recipient for d in content if d.recipient is not None and known(d.recipient))
    return next((r for r in against if draft.actor is None or not one_side(r, draft.actor)), None)


def addressed_before(before: list[Draft], draft: Draft) -> Party | None:
    """Whom the same one addressed or acted on earlier in the sentence."""
    return next((d.recipient for d in reversed(before) if same(d.actor, draft.actor) and known(d.recipient)), None)


def summoned(before: list[Draft], draft: Draft) -> Party | None:
    """Whom the same one called in just before, to ask something of (大使を呼び、監視船の退去を求めた)."""
    for each in reversed(before):
        predicate = each.clause.predicate
        if predicate is not None and predicate.concept.name == "summon_ambassador" and same(each.actor, draft.actor):
            return each.recipient if known(each.recipient) else None
    return None


def claimant(before: list[Draft], draft: Draft) -> Party | None:
    """Who said last, earlier in the sentence, what is now rebutted or not confirmed."""
    for each in reversed(before):
        source = each.source
        told = each.put.modality != "obligation"  # a treaty claims nothing
        if told and source.text is not None and (draft.actor is None or source.id != draft.actor.id):
            return Party(text=source.text, span=source.span, id=source.id, inherited=True)
    return None


def denied_claimant(content: list[Draft], draft: Draft) -> Party | None:
    """Whose claim is denied, where the denied clause says so (…とするメディアの報道を否定)."""
    for each in content:
        if each.put.modality != "denied" or not each.source.chain:
            continue
        for speaker in each.source.chain:
            other = draft.actor is None or (speaker.id != draft.actor.id and speaker.text != draft.actor.text)
            if speaker.text is not None and other:
                return Party(text=speaker.text, span=speaker.span, id=speaker.id, inherited=True)
    return None


def attacks(draft: Draft) -> bool:
    """Ask: is it an attack on somebody or some place, said to have been made?"""
    concept = draft.clause.predicate.concept if draft.clause.predicate is not None else None
    hits = concept is not None and concept.type == "ASSAULT" and concept.mode not in _CASUALTIES
    named = draft.recipient is not None and not (
        draft.recipient.inherited and concept is not None and concept.name in _ANSWERS
    )
    target = named or draft.place is not None
    return hits and target and draft.put.polarity == "positive"


def spoken_of(before: list[Draft], draft: Draft) -> Party | None:
    """Who is said, by the same speaker earlier in the sentence, to have done something (…したのが原因だと反論)."""
    told = (d for d in reversed(before) if same(_vouching(d), draft.actor) and d.put.modality != "fact")
    parties = (d.actor for d in told if d.actor is not None and d.actor.text is not None and known(d.actor))
    return next((p for p in parties if not one_side(p, draft.actor)), None)


def _vouching(draft: Draft) -> Party | None:
    source = draft.source
    return None if source.text is None else Party(text=source.text, span=source.span, id=source.id, inherited=True)


def answered(before: list[Draft], draft: Draft) -> Party | None:
    """Whose deed just before a shot or a pursuit answers (越境した機を、…。韓国軍応戦)."""
    predicate = draft.clause.predicate
    if predicate is None or predicate.concept.name not in _ANSWERS or draft.put.polarity == "negative":
        return None
    doers = (d.actor for d in reversed(before) if _hits(d) and d.actor is not None and known(d.actor))
    return next((p for p in doers if not one_side(p, draft.actor)), None)


def _hits(draft: Draft) -> bool:
    concept = draft.clause.predicate.concept if draft.clause.predicate is not None else None
    return concept is not None and concept.type in {"ASSAULT", "COERCE"} and draft.put.polarity == "positive"


def same_target(before: list[Draft], draft: Draft) -> Party | None:
    """Whom the same one acted on right before, where a shot names nobody (脱走兵を追って発砲し)."""
    last = before[-1] if before else None
    if last is None or not _hits(draft) or draft.place is not None or not same(last.actor, draft.actor):
        return None
    alike = last.put.modality in {draft.put.modality, "intended"}  # 密漁船を止めるため発砲
    shares = last.source.id == draft.source.id and alike and _hits(last)
    return last.recipient if shares and known(last.recipient) else None


def toll(draft: Draft) -> bool:
    """Ask: does it say who was killed or hurt?"""
    predicate = draft.clause.predicate
    return predicate is not None and predicate.concept.mode in _CASUALTIES


def judges(draft: Draft) -> bool:
    """Ask: is it an opinion of somebody, not a deed (北朝鮮の行為は容認できないと非難)?"""
    predicate = draft.clause.predicate
    return predicate is None or predicate.concept.type == "REJECT"


def helps(draft: Draft) -> bool:
    """Ask: is it help that is agreed on or promised, so that it is promised to whom it goes?"""
    predicate = draft.clause.predicate
    return predicate is not None and predicate.concept.type in {"AID", "SUPPORT"}


def strikes(clause: Clause, actor: Party | None, speaker: str) -> bool:
    """Ask: does the speaker's own side do harm, so that a bare "aircraft" it hits is not its own?"""
    concept = clause.predicate.concept if clause.predicate is not None else None
    hits = concept is not None and concept.type in {"ASSAULT", "COERCE"} and actor is not None
    return hits and actor is not None and actor.id.split(" ")[0] == speaker.split(" ", maxsplit=1)[0]


def bare_number(draft: Draft, drafts: list[Draft]) -> None:
    """Give a bare number of those hurt their party: of "one policeman died, one was hurt" the second is one too."""
    party = draft.recipient
    if party is None or party.id != UNKNOWN or not party.text or not _COUNT.fullmatch(party.text):
        return
    earlier = [d for d in drafts if d.clause.trigger < draft.clause.trigger and d.recipient is not None]
    before = [d.recipient for d in earlier if toll(d)]
    if not before:  # 国境警備隊に発砲して多数を死傷させた
        before = [d.recipient for d in earlier if attacks(d) and same(d.actor, draft.actor)]
    last = before[-1] if before else None
    if last is not None and last.id != UNKNOWN:
        draft.recipient = msgspec.structs.replace(party, id=last.id)
