"""Assembly: clauses, sentence by sentence, into statements with resolved parties, places, dates and sources."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from casus.reading.attribution import Attribution
from casus.reading.clauses import Argument, Clause, ParsedSentence, Phrase
from casus.reading.dates import FoundDate
from casus.reading.drafts import (
    Draft,
    addressed_before,
    answered,
    attacks,
    bare_number,
    claimant,
    denied_claimant,
    goes_off,
    helps,
    judges,
    known,
    one_side,
    same,
    same_target,
    spoken_of,
    strikes,
    summoned,
    threatened,
)
from casus.reading.lexicon import Predicate
from casus.reading.modality import decide
from casus.reading.parties import UNKNOWN, Resolver
from casus.reading.places import Places
from casus.reading.shared_days import day_of_victims
from casus.records import DateMention, EventCode, Party, PlaceMention, Span, Statement, Trigger
from casus.vocabulary.concepts import Concept
from casus.vocabulary.roles import ROLES

_LONG_AGO_DAYS = 180
_DESIGNATION = re.compile(r"\b[A-Z][A-Za-z]{0,3}-?\d+[A-Z]?\b")
_NO_CODE = EventCode()
_SPEECH = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT"}
"""Types whose acts are addressed to a state, not done in it."""


class Assembler:
    """Builds the statements of one text in order."""

    def __init__(self, text: str, resolver: Resolver, places: Places, published: date | None) -> None:
        self.text = text
        self.resolver = resolver
        self.places = places
        self.published = published
        self.attribution = Attribution(text, resolver)
        self.count = 0

    def sentence(self, parsed: ParsedSentence, dates: tuple[FoundDate, ...]) -> list[Statement]:
        """Give the statements of a sentence, in order of trigger, triggers not overlapping."""
        known = {d.span: d for d in dates}
        drafts = {c.number: self._draft(c, known) for c in parsed.clauses if c.trigger[0] < c.trigger[1]}
        for draft in drafts.values():
            self._complete(draft, drafts)
            day_of_victims(draft, list(drafts.values()))
        if parsed.speakers:
            self.attribution.carried = self.resolver.speaker(parsed.speakers[0])
        kept = _apart(sorted(drafts.values(), key=lambda d: (d.clause.trigger[0], -d.clause.trigger[1])))
        return [self._statement(d) for d in kept]

    def _statement(self, draft: Draft) -> Statement:
        self.count += 1
        clause, predicate = draft.clause, draft.clause.predicate
        code = _NO_CODE
        if predicate is not None:
            concept = predicate.concept
            code = EventCode(type=concept.type, mode=concept.mode, cameo=concept.cameo)
        rules = (*clause.rules, *dict.fromkeys(op.rule for op in clause.operators if op.rule not in clause.rules))
        return Statement(
            id=f"s{self.count}",
            sentence=clause.sentence,
            trigger=Trigger(text=self.text[slice(*clause.trigger)], span=clause.trigger),
            kind=draft.put.kind,
            event=code,
            actor=draft.actor,
            recipient=draft.recipient,
            place=draft.place,
            date=draft.date,
            source=draft.source,
            modality=draft.put.modality,
            polarity=draft.put.polarity,
            rules=rules,
        )

    def _draft(self, clause: Clause, known: dict[Span, FoundDate]) -> Draft:
        when = self._date(clause, known)
        ahead = (
            when is not None and when.from_ is not None and self.published is not None and when.from_ > self.published
        )
        put = decide(clause, speaker_acts=_speaker_acts(clause), long_ago=self._long_ago(clause, when), ahead=ahead)
        source = self.attribution.source(clause, put.by)
        actor, recipient, place = self._roles(clause, source.id)
        recipient = _own_forces(clause, actor, recipient)
        return Draft(clause, put, source, actor, recipient, place, when)

    def _long_ago(self, clause: Clause, when: DateMention | None) -> bool:
        if when is None or self.published is None or (not clause.past and not clause.stative):
            return False
        last = when.until or when.from_
        return last is not None and (self.published - last).days > _LONG_AGO_DAYS

    def _roles(self, clause: Clause, speaker: str) -> tuple[Party | None, Party | None, PlaceMention | None]:
        actor: Party | None = None
        recipient: Party | None = None
        place: PlaceMention | None = None
        ranked = [(a, self._parts(clause, a)) for a in sorted(clause.arguments, key=_likeliest)]
        for argument, parts in ranked:
            if actor is None and "actor" in parts:
                actor = self._actor(clause, argument, speaker)
        for argument, parts in ranked:
            for part in parts:
                if part == "recipient" and recipient is None:
                    recipient = self._recipient(clause, argument, self._giver(clause, argument, actor, speaker))
                elif part == "place" and place is None and self.places.like_place(argument.phrase):
                    place = self.places.mention(argument.phrase)
                elif part == "place" and recipient is None and self._befell(clause, argument):
                    recipient = self._recipient(clause, argument, speaker)
        place = self._said_where(clause) or place
        if place is None:
            place = self._place_of_target(clause)
        if actor is not None and recipient is not None and actor.span == recipient.span:
            recipient = None
        return actor, recipient, place

    def _giver(self, clause: Clause, argument: Argument, actor: Party | None, speaker: str) -> str:
        """Give whose a bare "army" acted on is: of whoever moves it, else the speaker's; never of whom they hit."""
        if speaker != "AUTHOR" and self.text.startswith(self.resolver.words.self_, argument.phrase.span[0]):
            return speaker
        if strikes(clause, actor, speaker):
            return ""
        return actor.id if actor is not None and _orders(clause) else speaker

    def _said_where(self, clause: Clause) -> PlaceMention | None:
        """Give where it is said to happen (県の上空で領空を侵犯): that goes before what is entered or taken."""
        where = (a for a in clause.arguments if a.mark == "で" and a.own and self.places.like_place(a.phrase))
        return next((self.places.mention(a.phrase) for a in where), None)

    def _befell(self, clause: Clause, argument: Argument) -> bool:
        """Ask: is what was taken somebody's, not a place (曳船が奪われた)?"""
        taken = clause.predicate is not None and "place" in clause.predicate.concept.roles_of("object")
        said = clause.predicate is not None and any(m == argument.mark for m, _ in clause.predicate.roles)
        return taken and not said and "object" in argument.slots and self.resolver.like_party(argument.phrase)

    def _whose(self, clause: Clause, actor: Party | None) -> Party | None:
        """Give whose proposal or demand is answered (米国の提案を受け入れた)."""
        answered = (a for a in clause.arguments if a.mark in {"を", "に"} and a.own and a.phrase.parts)
        for argument in answered:
            span = argument.phrase.parts[-1]
            ident = self.resolver.party(Phrase(span, span))
            if ident != UNKNOWN and (actor is None or actor.id != ident):
                return Party(text=self.text[slice(*span)], span=span, id=ident, inherited=False)
        return None

    def _place_of_target(self, clause: Clause) -> PlaceMention | None:
        """Take the place that the one acted on is described by (ある州の拠点を攻撃)."""
        if clause.predicate is None or clause.predicate.concept.type not in {"ASSAULT", "COERCE", "MOBILIZE"}:
            return None
        for argument in clause.arguments:
            if argument.mark not in {"を", "に対して"} and "object" not in argument.slots:
                continue
            for part in argument.phrase.parts:
                after = part[0] >= argument.phrase.head[1]  # a genitive after its noun is the place alone
                phrase = Phrase((part[0] if after else argument.phrase.span[0], part[1]), part)
                if self.places.like_place(phrase) and not self.places.is_state(phrase):
                    return self.places.mention(phrase)
        return None

    def _parts(self, clause: Clause, argument: Argument) -> tuple[str, ...]:
        if argument.mark == "place":
            return ("place",)
        if clause.causative and argument.slots and argument.slots[0] in {"subject", "object"}:
            return ("actor",) if argument.slots[0] == "subject" else ("recipient", "place")
        if clause.predicate is not None:
            mark = argument.mark if not clause.passive else _done_to(clause.predicate, argument)
            parts = clause.predicate.parts(mark, argument.slots)
        else:
            parts = tuple(
                {"subject": "actor", "object": "recipient", "target": "recipient"}.get(s, "") for s in argument.slots
            )
        withdrawn = clause.predicate is not None and clause.predicate.concept.type == "RETREAT"
        if withdrawn and argument.mark == "を" and not parts and self.resolver.like_party(argument.phrase):
            return ("recipient",)
        speaks = clause.predicate is not None and clause.predicate.concept.type in _SPEECH
        named = (argument.mark in {"object", "に対して"} or speaks) and self.places.is_state(argument.phrase)
        marked = argument.mark in {"で", "に", "へ", "まで", "から", "に向けて"} or argument.mark.startswith("をめぐ")
        if "place" not in parts and ((marked and not (speaks and named)) or ("object" in argument.slots and not named)):
            parts = (*parts, "place")
        return parts

    def _actor(self, clause: Clause, argument: Argument, speaker: str) -> Party | None:
        """Only somebody acts: a thing or a state of things (緊張が, 期限が) is no actor."""
        entered = clause.predicate is not None and clause.predicate.concept.name in _ENTERED
        party = self._party(argument, "" if entered else speaker)
        if party.text in self.resolver.words.author:
            return None
        somebody = party.id != UNKNOWN or self.resolver.like_party(argument.phrase) or _designated(party.text)
        known = clause.predicate is not None and clause.predicate.concept.type is not None and argument.own
        provides = argument.own and any(
            op.effect == "obligation" and op.speaker == argument.phrase for op in clause.operators
        )
        return party if somebody or known or provides else None

    def _recipient(self, clause: Clause, argument: Argument, speaker: str) -> Party | None:
        party = self._party(argument, speaker)
        said = clause.predicate is not None and any(m == argument.mark for m, _ in clause.predicate.roles)
        if party.id == UNKNOWN and not said and "goal" in argument.slots and self.places.like_place(argument.phrase):
            return None
        return party

    def _party(self, argument: Argument, speaker: str) -> Party:
        span = argument.phrase.span
        ident = self.resolver.party(argument.phrase, speaker=speaker)
        return Party(text=self.text[slice(*span)], span=span, id=ident, inherited=not argument.own)

    def _date(self, clause: Clause, known: dict[Span, FoundDate]) -> DateMention | None:
        for taken in clause.dates:
            found = known.get(taken.span)
            if found is not None:
                return DateMention(
                    text=self.text[slice(*found.span)],
                    span=found.span,
                    from_=found.from_,
                    until=found.until,
                    precision=found.precision,
                    assumed=not taken.own,
                )
        return None

    def _place_of_victims(self, draft: Draft, drafts: dict[int, Draft]) -> None:
        """People are killed where the act before happened, unless the clause says otherwise."""
        predicate = draft.clause.predicate
        if draft.place is not None or predicate is None or predicate.concept.mode not in _CASUALTIES:
            return
        told = [d for d in drafts.values() if d.source.id == draft.source.id and d is not draft]
        before = [d for d in told if d.clause.trigger < draft.clause.trigger]
        draft.place = before[-1].place if before else next((d.place for d in told if d.place and goes_off(d)), None)

    def _doer_of_victims(self, draft: Draft, drafts: dict[int, Draft]) -> None:
        """Take the one side that attacked before in the sentence, not their own, as who killed people."""
        predicate = draft.clause.predicate
        if draft.actor is not None or predicate is None or predicate.concept.mode not in _CASUALTIES:
            return
        means = [a for a in draft.clause.arguments if a.mark in _MEANS and not self.places.like_place(a.phrase)]
        if (
            means
        ):  # Killed by something of its own (地上からの銃撃で死亡), or by a deed of its own doer (米軍機の誤爆で).
            head = means[0].phrase.head
            by = [d for d in drafts.values() if head[0] <= d.clause.trigger[0] < head[1] and known(d.actor)]
            if len(means) == 1 and by and by[0].actor is not None and draft.put.polarity != "negative":
                draft.actor = msgspec.structs.replace(by[0].actor, inherited=True)
            return
        hits = [
            d
            for d in drafts.values()
            if d.clause.trigger < draft.clause.trigger and attacks(d) and d.source.id == draft.source.id
        ]
        doers = {d.actor.id: d.actor for d in hits if d.actor is not None}
        if len(doers) != 1 or draft.put.polarity == "negative":
            return
        (doer,) = doers.values()
        victim = draft.recipient.id.split(" ")[0] if draft.recipient is not None else ""
        if victim != doer.id.split(" ")[0] and hits[-1].put.modality == draft.put.modality:
            draft.actor = msgspec.structs.replace(doer, inherited=True)

    def _complete(self, draft: Draft, drafts: dict[int, Draft]) -> None:
        """Fill a recipient from what the speech act is about: the accused, the one asked, the one threatened."""
        clause = draft.clause
        if clause.predicate is None:
            return
        self._place_of_victims(draft, drafts)
        self._doer_of_victims(draft, drafts)
        bare_number(draft, list(drafts.values()))
        if draft.recipient is not None:
            return
        type_ = clause.predicate.concept.type
        if type_ in {"AGREE", "REJECT"} and (asked := self._whose(clause, draft.actor)) is not None:
            draft.recipient = asked
            return
        given = _given(list(drafts.values()), draft, clause.predicate.concept)
        itself = given is not None and draft.actor is not None and draft.actor.text == given.text
        if type_ == "REJECT" and given is not None and (clause.nominal or one_side(given, draft.actor)):
            return
        if given is not None and not itself and not same(given, draft.actor):
            draft.recipient = msgspec.structs.replace(given, inherited=True)


def _given(drafts: list[Draft], draft: Draft, concept: Concept) -> Party | None:
    """Give whom an act is done to, by what else the sentence says."""
    clause, type_ = draft.clause, concept.type
    before = [d for d in drafts if d.clause.trigger < clause.trigger]
    content = [d for d in drafts if d.clause.content_of == clause.number]
    given: Party | None = None
    if type_ == "THREATEN":
        conditions = [d for d in drafts if any(c.clause.number == d.clause.trigger_of for c in content)]
        given = next((d.actor for d in conditions if d.actor is not None), None)
        given = given or addressed_before(before, draft) or threatened(content, draft)
    elif type_ in {"ACCUSE", "REQUEST"}:
        given = summoned(before, draft) if type_ == "REQUEST" else None
        given = given or next(
            (d.actor for d in content if d.actor is not None and not same(d.actor, draft.actor)), None
        )
        given = given or addressed_before(before, draft)
        if given is None and type_ == "ACCUSE":
            given = next((d.recipient for d in content if known(d.recipient) and judges(d)), None)
    elif type_ == "REJECT" or concept.name in {"confirm", "not_confirm"}:
        given = denied_claimant(drafts, draft) or claimant(before, draft)
        given = given or next(
            (d.actor for d in reversed(before) if d.clause.speech and d.actor and not same(d.actor, draft.actor)),
            None,
        )
        given = given or next((d.actor for d in content if d.actor and not one_side(d.actor, draft.actor)), None)
    elif type_ == "AGREE":
        given = next((d.recipient for d in content if helps(d) and known(d.recipient)), None)
    elif type_ == "ASSAULT" and concept.name in {"retaliate", "counterattack", "return_fire"}:
        given = next((d.actor for d in drafts if d.clause.trigger_of == clause.number and d.actor), None)
    if given is None and type_ in {"ACCUSE", "REJECT"}:
        given = spoken_of(before, draft)
    return given or answered(before, draft) or same_target(before, draft)


def _orders(clause: Clause) -> bool:
    """Ask: is it an order, or are forces moved, so that a bare "the army" is that of whoever gives it or moves them?"""
    concept = clause.predicate.concept if clause.predicate is not None else None
    return concept is not None and (concept.name in _OWN_FORCES or concept.type == "MOBILIZE") and not clause.passive


def _designated(words: str | None) -> bool:
    """Ask: is it a craft by its designation (Su-24M, F-16)?"""
    return words is not None and _DESIGNATION.search(words) is not None


def _own_forces(clause: Clause, actor: Party | None, recipient: Party | None) -> Party | None:
    """Make forces that somebody moves that party's own, where the words do not say whose they are."""
    if recipient is None or actor is None or clause.predicate is None:
        return recipient
    concept = clause.predicate.concept
    moved = concept.type in {"MOBILIZE", "RETREAT"} and concept.mode not in {"release", "return"}
    bare = recipient.id in ROLES and moved
    owner = actor.id.split(" ")[0]
    if bare and len(owner) == 3 and owner.isupper() and owner not in ROLES and owner != "IGO":
        return msgspec.structs.replace(recipient, id=f"{owner} {recipient.id}")
    return recipient


def _done_to(predicate: Predicate, argument: Argument) -> str:
    """Give the mark of the object for a passive's subject, where the row says who that is (警官隊が配置された)."""
    sent = argument.mark == "が" and argument.slots[:1] == ("object",) and ("を", "recipient") in predicate.roles
    return "を" if sent else ""


def _likeliest(argument: Argument) -> int:
    """Give what is the clause's own goes before what it shares; an origin and a quarrel's object are places last."""
    return 2 * (not argument.own) + argument.shared + 2 * argument.mark.startswith(("から", "をめぐ"))


def _speaker_acts(clause: Clause) -> bool:
    subject = next((a for a in clause.arguments if "subject" in a.slots), None)
    speaker = next((op.speaker for op in clause.operators if op.speaker is not None), None)
    return subject is not None and speaker is not None and subject.phrase == speaker


_ENTERED = {"enter_airspace", "enter_waters", "intrude", "infiltrate"}
"""Deeds on the speaker's ground: a bare "aircraft" that does them is not the speaker's."""
_OWN_FORCES = {"order", "invade", "withdraw", "retreat", "land"}
"""Concepts whose object is the actor's own forces, where the words do not say whose."""
_MEANS = {"で", "によって"}
_CASUALTIES = {"killed", "wounded"}


def _apart(drafts: list[Draft]) -> list[Draft]:
    """Drop a trigger that overlaps an earlier one: the one with a known predicate stays, else the shorter."""
    kept: list[Draft] = []
    for draft in drafts:
        while kept and kept[-1].clause.trigger[1] > draft.clause.trigger[0]:
            if _stronger(draft, kept[-1]):
                kept.pop()
            else:
                break
        else:
            kept.append(draft)
    return kept


def _stronger(a: Draft, b: Draft) -> bool:
    known = (a.clause.predicate is not None) - (b.clause.predicate is not None)
    if known:
        return known > 0
    length = (a.clause.trigger[1] - a.clause.trigger[0]) - (b.clause.trigger[1] - b.clause.trigger[0])
    return length < 0
