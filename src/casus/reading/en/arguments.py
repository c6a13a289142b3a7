"""The arguments and dates of an English predicate, in the form every language shares."""

from __future__ import annotations

from casus.reading.clauses import Argument, Phrase
from casus.reading.en.matching import find_noun
from casus.reading.en.names import names_in
from casus.reading.en.phrases import Chunk
from casus.reading.en.preds import Pred, Taken
from casus.reading.en.senses import happening
from casus.reading.en.whereabouts import (
    adverb_of_place,
    ground_entered,
    lent_places,
    place_before,
    sets_up,
    shared_places,
)
from casus.reading.lexicon import Predicate
from casus.vocabulary.concepts import Slot

_SLOTS: dict[str, tuple[Slot, ...]] = {
    "subject": ("subject",), "object": ("object", "target"), "by": ("subject",), "to": ("target", "goal"),
    "into": ("goal",), "in": ("goal",), "inside": ("goal",), "onto": ("goal",), "at": ("target", "goal"),
    "on": ("target", "goal"), "upon": ("target",), "against": ("target",), "towards": ("target", "goal"),
    "toward": ("target", "goal"), "with": ("partner",), "from": ("origin",), "of": ("object", "target"), "for": (),
}  # fmt: skip
_PLACES = frozenset({
    "in", "at", "on", "near", "over", "off", "inside", "outside", "into", "onto", "along", "around", "across",
    "above", "below", "beyond", "behind", "between", "through", "within", "under", "by", "to", "towards", "toward",
    "north", "south", "east", "west", "of", "from", "beneath", "throughout", "opposite", "past", "aboard", "beside",
})  # fmt: skip
_GIVES = frozenset({"give", "place", "award", "assign", "cede", "grant", "leave"})
_GIVING = frozenset({
    "give", "grant", "offer", "promise", "pledge", "hand", "send", "guarantee", "lend", "award", "extend", "deny",
    "refuse", "accord", "provide", "bring", "show",
})  # fmt: skip
_TO_COME = frozenset({"ordered", "demanded", "requested", "threatened", "intended", "agreed", "authorised", "expected"})
_OWN_MODES = frozenset({"withdraw", "sever", "hold", "occupy-stay", "disarm", "resign", "ceasefire"})
_MEANS = frozenset({
    "sea", "air", "land", "road", "rail", "train", "night", "day", "force", "mistake", "accident", "phone", "video",
    "boat", "helicopter", "helicopters", "hand", "way", "means", "virtue", "now", "then", "far", "itself",
    "decree", "consensus", "common accord", "mutual consent", "mutual agreement", "common consent", "acclamation",
})  # fmt: skip


_MOVES = frozenset({
    "deploy", "scramble", "station", "alert", "move_forces", "mass", "mobilise", "rotate", "police_deploy",
})  # fmt: skip
_TAKES_PLACES = frozenset({"capture", "recapture", "occupy", "control_area", "close_border"})
"""Concepts whose place, as the subject of a passive, is the one acted on too (the airport was taken)."""


_UNDER = frozenset({"bridge", "water", "ground", "sea", "surface", "ice", "hull", "keel", "rubble", "tree", "road"})
"""What one may be under: other things are laws, threats and guards."""


class Arguments:
    """Gives the arguments of the predicates of one sentence that are stated."""

    def __init__(self, text: str, preds: list[Pred], units: list[Pred]) -> None:
        self.text = text
        self.preds = preds
        self.units = units

    def of(self, pred: Pred) -> list[Argument]:
        """Give a predicate's arguments, nearest first."""
        found: list[Argument] = []
        first = self._subject(pred) if pred.subject is not None and pred.link != "np" else []
        if not (pred.row is not None and {("subject", "place"), ("goal", "place")} <= set(pred.row.concept.roles)):
            found.extend(first)
            first = []
        found.extend(self._beside(pred))
        found.extend(self._object_after(pred))
        for taken in _given(pred):
            if taken.chunk.index == pred.content:
                found.extend(
                    Argument("object", _SLOTS["object"], c.phrase()) for c in taken.chunk.of[:1] if c.kind == "np"
                )
                continue
            if taken.mark == "place":
                made = Argument("place", (), taken.chunk.phrase(), taken.own)
                (first if sets_up(pred, taken.mark) else found).append(made)
                continue
            if taken.mark.startswith("date") or (
                taken.chunk.index in pred.swallowed and taken.mark not in {"owner", "of", "object"}
            ):
                continue
            found.extend(self._argument(taken, pred))
        return [*found, *first, *self._where(pred)]

    def _where(self, pred: Pred) -> list[Argument]:
        """Give the places beside its own phrases, nearest first."""
        beside = [*ground_entered(pred), *adverb_of_place(self.text, pred, self.preds)]
        lent = [*place_before(self.text, pred, self.preds), *lent_places(pred, self.preds), *shared_places(pred)]
        return [*beside, *lent]

    def _object_after(self, pred: Pred) -> list[Argument]:
        """The object that the next verb has for both (rammed and sank a trawler)."""
        if pred.passive or pred.group.copula or pred.objects():
            return []
        after = next((p for p in self.preds if p.shares is pred and p.index == pred.index + 2 and not p.passive), None)
        objects = after.objects()[:1] if after is not None else []
        return [Argument("object", _SLOTS["object"], t.chunk.phrase(), t.own, shared=True) for t in objects]

    def _beside(self, pred: Pred) -> list[Argument]:
        """What those killed in an attack and the attack lend each other: its agent, its victims."""
        if (
            pred.link == "np"
            and pred.parent is not None
            and _casualty(pred.parent)
            and pred.parent.subject is not None
            and pred.parent.passive
        ) and not any(t.mark in {"of", "on", "against"} for t in pred.taken):
            return [Argument("of", ("object", "target"), pred.parent.subject.phrase(), own=False, shared=True)]
        later = next((p for p in self.preds if p.shares is pred and p.passive), None)
        if later is not None and pred.passive and not any(t.mark == "by" for t in pred.taken):
            return [
                Argument("by", ("subject",), t.chunk.phrase(), own=False, shared=True)
                for t in later.taken
                if t.mark == "by"
            ]
        if _casualty(pred) and pred.passive:
            event = next((p for p in self.units if p.link == "np" and p.parent is pred), None)
            agent = next((t for t in event.taken if t.mark in {"subject", "by"}), None) if event is not None else None
            if agent is not None and not any(t.mark == "by" for t in pred.taken):
                return [Argument("by", ("subject",), agent.chunk.phrase(), own=False, shared=True)]
        return []

    def _subject(self, pred: Pred) -> list[Argument]:
        if pred.subject is None:
            return []
        mark = "object" if pred.passive else "subject"
        if pred.passive and pred.row is not None and self._same_event(pred.subject, pred.row):
            return []
        if pred.link == "part" and not pred.passive and not pred.subject_own and _suffers(pred.parent):
            by = [t for t in pred.parent.taken if t.mark == "by"] if pred.parent is not None else []
            return [Argument("subject", _SLOTS["subject"], t.chunk.phrase(), own=False, shared=True) for t in by[:1]]
        does = pred.row is None or pred.row.concept.type is not None
        if does and not pred.passive and not pred.group.copula and happening(pred.subject):
            return self._agents(pred, pred.subject)
        phrase = pred.subject.phrase()
        if not pred.passive and pred.subject.members and pred.row is not None and pred.row.concept.roles_of("partner"):
            return [Argument(mark, _SLOTS[mark], phrase, pred.subject_own)]
        if pred.subject.words[0].text.lower() in {"there", "it"} and pred.group.copula:
            return []
        if pred.group.copula and pred.row is None and pred.complement is None and pred.adjective is None:
            return []
        return self._undergoes(pred, phrase) if pred.passive else [_subject_of(pred, phrase)]

    def _undergoes(self, pred: Pred, phrase: Phrase) -> list[Argument]:
        """The subject of a passive: acted on, but for forces that are moved; a place taken is both place and victim."""
        if _moved(pred):
            return [_subject_of(pred, phrase)]
        taken = pred.row is not None and pred.row.concept.name in _TAKES_PLACES
        made = Argument(
            "taken" if taken else "object", ("object", "target"), phrase, pred.subject_own, shared=not pred.subject_own
        )
        return [made, made] if taken else [made]

    def _agents(self, pred: Pred, subject: Chunk) -> list[Argument]:
        """Who acts in an event that is the subject of a verb (the shelling by the rebels killed six)."""
        event = next((p for p in self.units if p.link == "np" and subject.start <= p.start < subject.end), None)
        agents = [t.chunk for t in event.taken if t.mark in {"by", "subject"}] if event is not None else []
        agents = [c for c in agents if c.start < pred.start]
        cut = next((n for n, w in enumerate(subject.words) if w.tag == "POS"), None)
        if not agents and cut:
            agents = [Chunk("np", subject.words[:cut], index=subject.index)]
        return [Argument("subject", _SLOTS["subject"], agents[0].phrase(), True)] if agents else []

    def _argument(self, taken: Taken, pred: Pred) -> list[Argument]:
        mark = taken.mark
        if mark == "object" and pred.row is not None and self._same_event(taken.chunk, pred.row):
            return []
        if mark == "object" and pred.row is not None and _comes(pred.row) and happening(taken.chunk):
            return []
        if (
            mark in {"to", "in"}
            and pred.row is not None
            and pred.row.concept.name == "belong_to"
            and pred.lemma in _GIVES
        ):
            return []
        if mark == "object" and pred.row is not None and pred.row.concept.type == "REJECT":
            whose = self._whose_word(taken.chunk)
            if whose is not None:
                return [Argument("whose", _SLOTS["object"], whose, taken.own)]
        words = mark.split()
        own_roles = {m for m, _ in pred.row.roles} if pred.row is not None else set()
        if mark == "owner":
            return self._owner(taken.chunk, pred)
        key = (
            mark
            if mark in own_roles or not words
            else next((w for w in (mark, words[0], words[-1]) if w in own_roles), words[-1] if words else mark)
        )
        slots = self._slots(key, pred)
        if key == "by" and (
            taken.chunk.text in _MEANS or not (pred.passive or _agent_beside(pred) or pred.flat_passive is False)
        ):
            slots = ()
        if mark == "object" and pred.passive and pred.link != "np":
            slots = ("target",)
        out = [Argument(key, slots, taken.chunk.phrase(), taken.own)]
        buried = words[:1] != ["under"] or taken.chunk.head.lemma in _UNDER
        if words and words[0] in _PLACES and buried and key != "by" and not self._fills_role(pred, key, slots):
            out.append(Argument("place", (), taken.chunk.phrase(), taken.own))
        return out

    def _whose_word(self, chunk: Chunk) -> Phrase | None:
        """Give whose proposal, demand or charge a phrase names (rejected an American offer)."""
        found = find_noun(chunk.words) if chunk.kind == "np" else None
        if found is None or found[0].concept.content is None or not found[1]:
            return None
        start = chunk.words[0].start
        names = names_in(self.text[start : chunk.words[found[1] - 1].end])
        if not names:
            return None
        span = (start + names[0].span[0], start + names[-1].span[1])
        return Phrase(span, span)

    def _same_event(self, chunk: Chunk, row: Predicate) -> bool:
        """Does an object only repeat what the verb says (fired no shots)?"""
        found = find_noun(chunk.words) if chunk.kind == "np" else None
        return found is not None and found[0].concept.name == row.concept.name

    def _slots(self, key: str, pred: Pred) -> tuple[Slot, ...]:
        """The slots a mark fills; an object is a goal too where nothing else is to be acted on (entered the town)."""
        slots = _SLOTS.get(key, ())
        concept = pred.row.concept if pred.row is not None else None
        if key == "object" and concept is not None and not any(concept.roles_of(s) for s in slots):
            return (*slots, "goal")
        if key == "by" and concept is not None and pred.row is not None and pred.row.pos == "adj":
            return ()
        return slots

    def _fills_role(self, pred: Pred, key: str, slots: tuple[Slot, ...]) -> bool:
        if pred.row is None:
            return False
        return bool(set(pred.row.parts(key, slots)) & {"place"}) or (key in {"by", "with"})

    def _owner(self, chunk: Chunk, pred: Pred) -> list[Argument]:
        """The possessor inside a row's words (violated Qatar's airspace, fell into rebel hands) as its object."""
        cut = next((i for i, w in enumerate(chunk.words) if w.tag in {"POS", "DPS"}), None)
        possessed = cut is not None and chunk.words[cut].tag == "DPS"
        if possessed and pred.row is not None and (_own_thing(pred.row) or _named_too(pred, chunk)):
            return []
        words = chunk.words[:-1]
        if cut is not None:
            words = chunk.words[:cut] if chunk.words[cut].tag == "POS" else chunk.words[cut : cut + 1]
        elif words:
            text = self.text[words[0].start : words[-1].end]
            names = [f for f in names_in(text) if f.entry.kind != "role" or f.entry.id == "REB"]
            if not names:
                return []
            a = words[0].start
            span = (a + names[0].span[0], a + names[-1].span[1])
            given = pred.row is not None and pred.row.concept.type == "AID" and ("object", "none") in pred.row.roles
            return [Argument("owner" if given else "object", _SLOTS["object"], Phrase(span, span), True)]
        if not words:
            return []
        span = (words[0].start, words[-1].end)
        return [Argument("object", _SLOTS["object"], Phrase(span, span), True)]


def _agent_beside(pred: Pred) -> bool:
    """May ``by`` name who acts beside a noun or a participle (no finite verb: who had spoken to him by telephone)?"""
    return pred.link in {"np", "part"} or (pred.link == "rel" and pred.group.form != "finite")


def _named_too(pred: Pred, chunk: Chunk) -> bool:
    """Is it said to or on whom it is done, so that the possessor is who does it (gave its prize to a scholar)?"""
    roles = pred.row.roles if pred.row is not None else ()
    marks = {mark for mark, role in roles if role == "recipient" and mark not in {"object", "subject", "of"}}
    return any(t.chunk is not chunk and t.mark.rpartition(" ")[2] in marks for t in pred.taken)


def _own_thing(row: Predicate) -> bool:
    """Does one do it with what is one's own (withdraw its envoy, hold their ground)?"""
    if any(role == "actor" for _, role in row.roles):
        return False
    if row.concept.name == "freeze_assets":
        return False
    own = row.concept.type in {"CONCEDE", "MOBILIZE", "SANCTION", "AID", "COOPERATE"} or row.concept.mode in _OWN_MODES
    return own or row.concept.name in {"ease_sanctions", "access"}


def _suffers(pred: Pred | None) -> bool:
    """Is the subject of a clause the one acted on?"""
    if pred is None:
        return False
    if pred.row is None:
        return pred.passive
    own = dict(pred.row.roles).get("subject")
    return pred.passive or own == "recipient" or (own is None and ("subject", "recipient") in pred.row.concept.roles)


def _subject_of(pred: Pred, phrase: Phrase) -> Argument:
    return Argument("subject", _SLOTS["subject"], phrase, pred.subject_own, shared=not pred.subject_own)


def _comes(row: Predicate) -> bool:
    """Is what it governs an event to come (ordered the deployment), nobody it is addressed to?"""
    return row.concept.content in _TO_COME and not row.concept.content_negative


def _given(pred: Pred) -> list[Taken]:
    """Give what a verb takes without the thing given, where it says to whom (promises residents safe passage)."""
    objects = pred.objects() if pred.lemma in _GIVING else []
    to = any(t.mark in {"to", "with"} for t in pred.taken)
    if not (len(objects) > 1 or (objects and to and not _somebody(objects[0].chunk))):
        return pred.taken
    thing = objects[-1]
    if pred.row is not None and ("object", "place") in pred.row.roles:
        return pred.taken  # awarded the town to a neighbour
    return [t for t in pred.taken if t is not thing or t.chunk.index in pred.swallowed]


def _somebody(chunk: Chunk) -> bool:
    return bool(names_in(" ".join(w.text for w in chunk.words))) or chunk.head.tag == "PNP"


def _moved(pred: Pred) -> bool:
    """Are it forces that are moved, nobody saying by whom (jets were scrambled), so that they are who acts?"""
    concept = pred.row.concept if pred.row is not None else None
    return concept is not None and concept.name in _MOVES and not any(t.mark == "by" for t in pred.taken)


def _casualty(pred: Pred) -> bool:
    return pred.row is not None and pred.row.concept.mode in {"killed", "wounded"}
