"""One duty's finding: the answer with its proof, worked out again for each position where the ground is disputed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

import msgspec

from casus.logic import UNKNOWN, YES, Truth
from casus.records import Finding, OpenQuestion, PositionAnswer, Proof, ReadingUsed, Words, content_id
from casus.records.finding import Certainty
from casus.treaties.authorising import UN_AUTHORISED
from casus.treaties.duty import BENEFICIARY_BOUND, BINDING, OBLIGED_BOUND, OWN_ATTACK, PERMITS, implied, prove, standing
from casus.treaties.evaluation import BASE, agreement, nodes, open_leaves, parent, support
from casus.treaties.flipping import flips
from casus.treaties.law import Law, Term, weakest
from casus.treaties.place_answers import place_certainty, views_on
from casus.treaties.situation import Situation
from casus.treaties.wording import name_words, permitting, reason, with_certainty
from casus.vocabulary.cites import cite_words
from casus.vocabulary.party_names import coded, coded_list
from casus.vocabulary.phrases import both, day_words, in_language, marked, say

STANDING = frozenset({OBLIGED_BOUND, BENEFICIARY_BOUND, BINDING, PERMITS, OWN_ATTACK})
"""Leaves that rest on the instrument and its acts alone, not on a text."""
WHICHEVER = "whichever side is right"


def _in_positions(it: Situation, used: frozenset[str], before: tuple[Proof, ...]) -> dict[str, Proof]:
    """Prove the duty once more for each position on the place facts it asks about."""
    return {view: prove(it, used, before, view) for view in views_on(it, {*used, *implied(it.text, used)})}


def _settled_by_all(root: Proof, views: dict[str, Proof]) -> Proof | None:
    """Give the proof that an open answer is the same whichever side is right, if it is."""
    common = agreement(p.truth for p in views.values())
    if root.truth is not UNKNOWN or len(views) < 2 or common is UNKNOWN:
        return None
    children = tuple(
        Proof(kind="reading", name=name["en"], name_ja=name["ja"], truth=proof.truth, children=(proof,))
        for view, proof in views.items()
        for name in (say("as_seen_by", party=coded(view)),)
    )
    says = both(root.says, root.says_ja)
    return parent("term", WHICHEVER, children, says, root.source, say("whichever")["ja"])


def _matter(proof: Proof, needed: Proof, views: dict[str, Proof]) -> bool:
    """Do the positions bear on an answer: does one give another, or does it rest on the place at all?"""
    rests = any(leaf.name == "act.on_homeland" or leaf.name.startswith("place.") for leaf in needed.leaves())
    return rests or any(view.truth is not proof.truth for view in views.values())


def _why(it: Situation, root: Proof, needed: Proof, whole: Proof | None, views: dict[str, Proof]) -> Words:
    """Say what the answer rests on, and how it stands to the positions."""
    if whole:
        return say("whichever_side", why=_reason(it, next(iter(views.values()))))
    why = reason(root, needed)
    if root.truth is UNKNOWN and len({p.truth for p in views.values()}) > 1:
        return say("whose_ground", why=why)
    if any(leaf.name == PERMITS for leaf in needed.leaves()):
        return permitting(root, why)
    return why


def _reason(it: Situation, root: Proof) -> Words:
    """Give the part an answer rests on."""
    return reason(root, support(root, it.docket.cuts))


def _question(law: Law, leaf: Proof) -> OpenQuestion:
    """Ask what a leaf leaves open, in words."""
    if leaf.kind == "term":
        chosen = [name_words(r) for r in leaf.children if r.chosen]
        readings = {
            "en": " or ".join(f"'{name['en']}'" for name in chosen),
            "ja": "、".join(f"「{in_language(name, 'ja')}」か" for name in chosen),
        }
        asks = say("which_reading", term=name_words(leaf), readings=readings)
    else:
        entry = law.facts.get(leaf.name)
        asks = entry.asks if entry and "en" in entry.asks else both(leaf.says, leaf.says_ja)
    return OpenQuestion(fact=leaf.name, question=asks["en"], question_ja=asks.get("ja", ""))


def _open_questions(law: Law, root: Proof) -> tuple[OpenQuestion, ...]:
    """Ask what could settle an open answer, each once."""
    return tuple({leaf.name: _question(law, leaf) for leaf in open_leaves(root)}.values())


def _term(it: Situation, node: Proof) -> Term | None:
    """Give the term a node evaluates: the treaty's own where that has the node's readings, else the shared one."""
    names = {c.name for c in node.children if c.kind == "reading"} - {BASE}
    known = (terms.get(node.name) for terms in (it.treaty.terms, it.docket.law.terms))
    return next((t for t in known if t and names <= {r.name for r in t.reading}), None)


def _term_certainty(it: Situation, node: Proof) -> Certainty:
    """Give the weakest certainty of a term and its readings of the day."""
    term = _term(it, node)
    held = [r.certainty for r in term.reading if r.holds(it.docket.on)] if term else []
    return weakest((term and term.certainty) or it.treaty.certainty, *held)


def _certainty(it: Situation, needed: Proof) -> Certainty:
    """Give the weakest certainty of the law an answer rests on."""
    found: list[Certainty] = []
    for node in nodes(needed):
        if node.name == OBLIGED_BOUND:
            found += [it.docket.status(it.treaty, s).certainty for s in it.obliged]
        elif node.name == BENEFICIARY_BOUND:
            found.append(it.docket.status(it.treaty, it.beneficiary).certainty)
        elif node.name in STANDING:
            found.append(it.treaty.certainty)
        elif node.kind == "term":
            found.append(_term_certainty(it, node))
        elif node.name == UN_AUTHORISED and it.docket.authorised_by:
            found.append(it.docket.authorised_by.certainty)
        elif not node.children:
            found.append(it.text.certainty or it.treaty.certainty)
    return weakest(*found)


def _place_certainty(it: Situation, needed: Proof) -> Certainty | None:
    """Give the weakest certainty of the place facts an answer rests on; None where it rests on none."""
    found = [place_certainty(it, leaf.name) for leaf in nodes(needed) if leaf.kind == "fact"]
    return weakest(*found) if any(found) else None


def _readings(it: Situation, root: Proof) -> tuple[ReadingUsed, ...]:
    """List the readings of a proof, by term and name, the dispute over binding force among them."""
    found: dict[tuple[str, str], ReadingUsed] = {}
    for node in (n for n in nodes(root) if n.kind == "term" and n.name != WHICHEVER):
        term = _term(it, node)
        for child in (c for c in node.children if c.kind == "reading"):
            reading = next((r for r in term.reading if r.name == child.name), None) if term else None
            standing = (reading.standing if reading else term and term.standing) or "contested"
            found[node.name, child.name] = ReadingUsed(
                of=node.name,
                name=child.name,
                of_ja=node.name_ja,
                name_ja=child.name_ja,
                standing=standing,
                truth=child.truth,
                authority=child.source or "",
                followed=child.chosen,
            )
    return tuple(found[key] for key in sorted(found))


def _assumed(it: Situation, used: frozenset[str]) -> tuple[Words, ...]:
    """Name what was carried past the file's last check."""
    case = it.docket.case
    asked = {*it.obliged, it.beneficiary}
    asked |= {*case.attacker} if "attacker.bound" in used else set()
    asked |= {*case.victim} if "victim.bound" in used else set()
    states = sorted(s for s in asked if it.docket.status(it.treaty, s).assumed)
    if not states:
        return ()
    name = {"en": it.treaty.id, **it.treaty.title}
    checked = day_words(it.treaty.checked_until)
    return (say("carried_assumption", states=coded_list(states), name=name, day=checked),)


def _authorised(it: Situation, needed: Proof) -> tuple[Words, ...]:
    """Name the resolution whose cover of the act was assumed, where the answer rests on it."""
    by = it.docket.authorised_by
    if by is None or not any(
        n.kind == "declared" and n.name == UN_AUTHORISED and n.truth is YES for n in nodes(needed)
    ):
        return ()
    return (say("authorised_assumption", number=str(by.resolution), year=str(by.adopted.year), source=by.source),)


def proof_hash(proof: Proof) -> str:
    """Hash a proof's bytes."""
    return hashlib.sha256(msgspec.json.encode(proof)).hexdigest()


def _duty(it: Situation) -> Words:
    """Say what is owed, and by which procedure."""
    duty = both(it.text.duty, it.text.duty_ja)
    how = both(it.text.procedure, it.text.procedure_ja)
    return say("with_ground", says=duty, ground=how) if it.text.procedure else marked(duty)


def find(
    it: Situation, used: frozenset[str], *, incident: str, made_with: str, flips_of: Collection[Truth] = ()
) -> Finding:
    """Answer one duty; where the answer is one of ``flips_of``, say also what would turn it."""
    before = tuple(standing(it))
    root = prove(it, used, before)
    views = _in_positions(it, used, before)
    whole = _settled_by_all(root, views)
    proof = whole or root
    needed = support(proof, it.docket.cuts)
    of_law, of_place = _certainty(it, needed), _place_certainty(it, needed)
    why = with_certainty(_why(it, root, needed, whole, views), of_law, of_place)
    turning, note = flips(it, root, views, before, proof.truth) if proof.truth in flips_of else ((), "")
    treaty, case = it.treaty, it.docket.case
    duty, assumed = _duty(it), (*_assumed(it, used), *_authorised(it, needed))
    question = content_id("question", incident, case.id, treaty.id, it.provision.id, it.beneficiary, *it.obliged)
    return Finding(
        id=content_id("finding", question, proof.truth.value, why["en"], proof_hash(proof), made_with),
        question_id=question,
        treaty=treaty.id,
        title=treaty.title.get("en", treaty.id),
        signed=treaty.signed.year,
        provision=it.provision.id,
        cite=it.provision.cite,
        owes=it.text.owes,
        duty=duty["en"],
        obliged=tuple(sorted(it.obliged)),
        beneficiary=(it.beneficiary,),
        answer=proof.truth,
        why=why["en"],
        because=proof,
        readings=_readings(it, root),
        positions=tuple(_position(it, v, p) for v, p in views.items()) if _matter(proof, needed, views) else (),
        open_questions=_open_questions(it.docket.law, proof),
        case=case.id,
        certainty=weakest(of_law, of_place),
        assumed=tuple(a["en"] for a in assumed),
        made_with=made_with,
        flips=turning,
        flips_note=note,
        cite_ja=in_language(cite_words(it.provision.cite, it.provision.cite_ja), "ja"),
        duty_ja=duty["ja"],
        why_ja=why["ja"],
        assumed_ja=tuple(a["ja"] for a in assumed),
    )


def _position(it: Situation, view: str, proof: Proof) -> PositionAnswer:
    """Give the answer in one position's view."""
    answer: Truth = proof.truth
    why = _reason(it, proof)
    return PositionAnswer(position=view, answer=answer, why=why["en"], why_ja=why["ja"])
