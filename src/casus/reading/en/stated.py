"""Which English predicates are statements, and which are mere verbs of saying or of grammar."""

from __future__ import annotations

from collections.abc import Callable

from casus.reading.en.clausing import Clauses
from casus.reading.en.names import names_in
from casus.reading.en.preds import Pred
from casus.reading.en.words import governor, listed

_EMPTY = frozenset({
    "be", "have", "do", "go", "come", "get", "say", "tell", "happen", "make", "seem", "appear", "include", "mean",
    "need", "follow", "know", "like", "cite", "quote",
})  # fmt: skip
_SHOWS = frozenset(["suggest", "indicate", "show", "prove", "imply", "reveal", "demonstrate"])
_SPEECH_EVENTS = frozenset({
    "deny", "accuse", "warn", "threaten", "admit", "acknowledge", "confirm", "declare", "propose",
    "reject", "insist", "concede", "allege", "complain",
})  # fmt: skip
_PLAIN = frozenset({"say", "tell", "report", "add"})
_TAGS = frozenset({"find", "see", "witness", "insist", "suggest", "believe", "think", "fear", "ask", "wonder"})


_ACCOUNTS = frozenset({
    "footage", "video", "image", "photo", "photograph", "picture", "statement", "figure", "data", "map", "report",
    "letter", "communique", "communiqué", "recording", "message", "document", "text", "note", "release", "clip",
})  # fmt: skip
_PUBLISHES = frozenset({
    "release", "publish", "issue", "broadcast", "post", "air", "carry", "obtain", "share", "read", "circulate",
    "distribute", "show", "send", "verify",
})  # fmt: skip


_PUTS = frozenset({"put", "give", "set", "place"})
_TOLLS = frozenset({"toll", "dead", "casualty", "casualties", "number", "figure", "count", "loss", "tally", "strength"})
"""What somebody puts at a number (put the toll at nine)."""
_VERGES = frozenset({"verge", "brink", "threshold", "cusp", "point", "edge", "process", "course"})
_WHERE = frozenset({"in", "inside", "among", "under", "aboard", "on", "near", "off", "outside", "behind", "within"})


class Stated:
    """Decides what of a sentence is stated."""

    def __init__(self, clauses: Clauses, asked: Callable[[Pred], bool]) -> None:
        self.clauses = clauses
        self.asked = asked

    def stated(self, pred: Pred) -> bool:
        """Tell whether a predicate is stated, not a mere verb of saying or of grammar."""
        if pred.link == "np":
            return True
        if (
            self._prompted(pred)
            or self._of_source(pred)
            or self._only_shows(pred)
            or self._imperative(pred)
            or self._only_tells(pred)
        ):
            return False
        if pred.link == "speaker":
            return pred.lemma not in _TAGS and pred.row is not None and pred.lemma not in listed("report")
        if pred.passive and pred.lemma in listed("report") and self._children(pred, "comp"):
            return pred.row is not None and pred.lemma in _SPEECH_EVENTS
        if self._reports(pred):
            return self._reports_event(pred)
        if pred.row is not None and pred.row.concept.kind in {"state", "legal_claim"} and self._describes(pred):
            return False
        if pred.row is not None:
            return not (pred.link == "rel" and (pred.lemma in {"cite", "quote"} or self._gives_out(pred)))
        return self._open(pred)

    def _children(self, pred: Pred, *links: str) -> list[Pred]:
        return [p for p in self.clauses.preds if p.parent is pred and p.link in links]

    def _prompted(self, pred: Pred) -> bool:
        """Does it only say what somebody was asked before answering (Asked whether …, the envoy said)?"""
        prompts = pred.lemma in {"ask", "question", "quiz", "press", "challenge"}
        return prompts and pred.group.form == "en" and pred.link in {"part", "en"}

    def _only_shows(self, pred: Pred) -> bool:
        """Does it only say that something suggests, or that somebody insists on, what it governs?"""
        indicative = any(not self.asked(p) for p in self._children(pred, "comp"))
        shows = pred.lemma in _SHOWS and pred.row is not None and pred.row.concept.type in {None, "REQUEST"}
        return indicative and (shows or pred.lemma == "insist")

    def _only_tells(self, pred: Pred) -> bool:
        """Is it ``told reporters``, or the naming in ``asked not to be named``?"""
        if pred.mark == "what" and pred.lemma in {"call", "describe", "term", "label"}:
            return True
        if pred.lemma in {"name", "identify", "quote"} and pred.link == "inf" and pred.passive:
            return True
        if pred.lemma in {"speak", "talk"} and self._children(pred, "comp"):
            return True
        if pred.row is None and pred.lemma in _PUTS and any(t.chunk.head.lemma in _TOLLS for t in pred.objects()):
            return True
        if pred.row is None and pred.lemma == "put" and [t.chunk.text for t in pred.objects()] == ["it"]:
            return True
        active = not pred.passive and pred.flat_passive is None
        return pred.lemma == "tell" and active and not self._children(pred, "inf")

    def _describes(self, pred: Pred) -> bool:
        """Is it a participle that only describes its noun (hackers linked to the agency, ships based at the port)?"""
        return pred.link == "rel" and pred.group.form in {"en", "ing"} and pred.mark in {"en", "ing"}

    def _of_source(self, pred: Pred) -> bool:
        """Is it a participle that only describes a source (according to three people briefed on the talks)?"""
        return pred.link == "rel" and pred.mark == "en" and pred.noun is not None and pred.noun.used

    def _gives_out(self, pred: Pred) -> bool:
        """Is it how an account came out (footage released by the navy), no act?"""
        noun = pred.noun.head.lemma if pred.noun is not None else ""
        return noun in _ACCOUNTS and pred.lemma in _PUBLISHES

    def _reports(self, pred: Pred) -> bool:
        plain = pred.row is None or pred.row.text.lower() == pred.lemma
        return pred.lemma in listed("report") and not pred.passive and plain and pred.lemma not in _SPEECH_EVENTS

    def _reports_event(self, pred: Pred) -> bool:
        """Is a verb of saying an act of its own (told the brigade to withdraw; published a map)?"""
        if pred.lemma == "tell" and self._children(pred, "inf"):
            return True
        content = bool(self._children(pred, "comp", "np"))
        if pred.lemma in {"answer", "respond", "reply"} and pred.group.modal in {"will", "would", "must"}:
            return not content
        return pred.row is not None and not content and bool(pred.objects()) and pred.lemma not in _PLAIN

    def _imperative(self, pred: Pred) -> bool:
        """Is it a bare verb without a subject at the beginning (Live:)?"""
        return (
            pred.subject is None
            and not pred.quoted
            and pred.link == "main"
            and pred.group.form == "finite"
            and pred.group.head.tag == "VVB"
            and not pred.question
        )

    def _somewhere(self, pred: Pred) -> bool:
        """Is somebody or something said to be in, among or under something (were in Iraqi waters)?"""
        near = [t for t in pred.taken if t.mark in _WHERE and t.chunk.index <= pred.index + 3]
        where = [t for t in near if t.chunk.head.lemma not in _VERGES]
        there = pred.subject is not None and pred.subject.text not in {"there", "it", "this", "that", "what"}
        return bool(where) and there

    def _open(self, pred: Pred) -> bool:
        """Is a predicate outside of the lexicon stated all the same?"""
        if pred.group.copula and pred.complement is None and pred.adjective is None and self._somewhere(pred):
            return pred.link in {"main", "comp"}
        if pred.group.copula:
            told = pred.complement is not None or pred.adjective is not None or pred.group.negative
            there = pred.subject is not None and pred.subject.text in {"there", "it", "this", "that"}
            return told and not there and pred.link in {"main", "comp"}
        if pred.lemma in _EMPTY or pred.link in {"part", "en", "speaker"}:
            return False
        if pred.link == "rel":
            return pred.group.form == "finite" and (bool(pred.objects()) or pred.subject_own)
        if pred.link == "adv" and pred.mark in {"after", "when", "as", "before"} and pred.objects():
            return pred.subject is not None and bool(names_in(" ".join(w.text for w in pred.subject.words)))
        if pred.link == "adv" or (pred.link == "ing" and pred.mark not in {"ing", "of", "for", "from"}):
            return False
        return not (
            governor(pred.lemma, "verb", "that") is not None
            and any(p.parent is pred and p.link != "cond" for p in self.clauses.preds)
        )
