"""A small assessment made by hand, for tests of the brief: Testland's troops hold a hill of Samplia's."""

from __future__ import annotations

from datetime import date

from casus.logic import NO, UNKNOWN, YES, Truth
from casus.records import (
    AUTHOR,
    Assessment,
    Case,
    CasePlace,
    Comment,
    Event,
    EventCode,
    Finding,
    Flip,
    HolderView,
    ImageCredit,
    Incident,
    InvocationStep,
    OpenQuestion,
    Party,
    Place,
    PlaceMention,
    Practice,
    Proof,
    Reading,
    Region,
    Report,
    ReportHead,
    Source,
    Statement,
    StatementRef,
    TerritoryFinding,
    Trigger,
    Unheard,
    Words,
)
from casus.records.finding import Owes
from casus.records.statement import Modality

TEXT = (
    "Georgian troops hold the hill at 1,500 m. Tbilisi is obliged to leave. "
    "Baku said the hill is wholly Azerbaijani. Baku asked its allies for talks. If they stay, war will follow.\n"
    "Source: Original dispatch\n"
    "Photo: A. Maker / CC BY 4.0\n"
    "They want the road because it is short.\nJust a bluff."
)
DAY = date(2021, 5, 12)
REPORT = "sha256:made"


def span(words: str) -> tuple[int, int]:
    """Find words in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def statement(
    id_: str, words: str, sentence: str, concept: str, modality: Modality, actor: str | None = None, **more: object
) -> Statement:
    """Make a statement over words of the text."""
    source = Source(text="Baku", span=span("Baku"), id="AZE GOV") if modality == "claim" else AUTHOR
    given = {
        "id": id_,
        "sentence": span(sentence),
        "trigger": Trigger(text=words, span=span(words)),
        "kind": "event",
        "event": EventCode(type="ASSAULT"),
        "actor": Party(text=None, span=None, id=actor, inherited=True) if actor else None,
        "recipient": None,
        "place": PlaceMention(text="the hill", span=span("the hill"), id="the-hill"),
        "date": None,
        "source": source,
        "modality": modality,
        "polarity": "positive",
        "rules": (f"en.predicate:{concept}",),
    }
    return Statement(**(given | more))  # type: ignore[arg-type]


STATEMENTS = (
    statement("s1", "hold", "Georgian troops hold the hill at 1,500 m.", "hold", "fact", "GEO MIL"),
    statement("s2", "obliged", "Tbilisi is obliged to leave.", "be_obliged", "obligation", "GEO GOV"),
    statement("s3", "wholly Azerbaijani", "Baku said the hill is wholly Azerbaijani.", "belong_to", "claim", "AZE"),
    statement("s4", "asked", "Baku asked its allies for talks.", "request_talks", "fact", "AZE GOV"),
    statement("s5", "stay", "If they stay, war will follow.", "stay", "conditional", "GEO MIL"),
    statement("s6", "will follow", "If they stay, war will follow.", "war", "forecast"),
)


def ref(id_: str) -> StatementRef:
    """Refer to a statement."""
    return StatementRef(report=REPORT, statement=id_)


def finding(answer: Truth, cite: str = "Article 4", owes: Owes = "defence") -> Finding:
    """Make a finding with a proof of two facts."""
    fire = Proof(kind="fact", name="act.fire_opened", truth=UNKNOWN, says="nobody says whether there was fire")
    held = Proof(kind="fact", name="act.ground_held", truth=YES, says="as reported")
    return Finding(
        id=f"finding-{answer.value}-{cite}",
        question_id="q",
        treaty="pact-1990",
        title="Pact of Samples",
        signed=1990,
        provision="art-4",
        cite=cite,
        owes=owes,
        duty="help",
        obliged=("GEO", "TUR"),
        beneficiary=("AZE",),
        answer=answer,
        why="turns on fire",
        case="case-1",
        certainty="checked",
        because=Proof(kind="and", name="and", truth=UNKNOWN, children=(fire, held)),
        open_questions=(OpenQuestion(fact="act.fire_opened", question="was fire opened?"),)
        if answer is UNKNOWN
        else (),
    )


def ground(*, undemarcated: bool = True) -> TerritoryFinding:
    """Make a finding about the hill."""
    return TerritoryFinding(
        place="the-hill",
        name={"en": "the Hill", "ja": "丘"},
        on=DAY,
        recognised="AZE",
        recognised_why="treaty of 1920",
        controller="GEO",
        controller_why="as reported",
        undemarcated=undemarcated,
        boundary_km=0.4,
        boundary_with="GEO",
        accuracy_km=2.0,
        views=(HolderView(position="GEO", holder="GEO", source="note of 1991"),),
        sources=("treaty of 1920",),
    )


def assessment(**more: object) -> Assessment:
    """Make the assessment."""
    head = ReportHead(id=REPORT, language="en", chars=len(TEXT))
    regions = (
        Region(kind="body", span=(0, TEXT.index("Source")), language="en"),
        Region(kind="reference", span=span("Source: Original dispatch"), language="en"),
        Region(kind="furniture", span=span("Photo: A. Maker / CC BY 4.0"), language="en"),
        Region(kind="comments", span=(TEXT.index("They want"), len(TEXT)), language="en"),
    )
    comments = (
        Comment(
            id="c1",
            span=span("They want the road because it is short."),
            replies_to=None,
            topic="intent",
            hypothesis="intent-terrain",
            stance="asserts",
            about=None,
        ),
        Comment(
            id="c2",
            span=span("Just a bluff."),
            replies_to=None,
            topic="assessment",
            hypothesis=None,
            stance="unknown",
            about=None,
        ),
    )
    case = Case(
        id="case-1",
        on=DAY,
        attacker=("GEO",),
        victim=("AZE",),
        place=CasePlace(name="the Hill"),
        facts={"act.ground_held": YES},
    )
    given = {
        "made_with": "casus test",
        "on": None,
        "reports": (Report(id=REPORT, text=TEXT, language="en", bytes_sha256="0", name="made.txt"),),
        "readings": (Reading(report=head, regions=regions, statements=STATEMENTS, comments=comments),),
        "events": (
            Event(
                id="e1",
                concept="hold",
                code=EventCode(type="ASSAULT"),
                actor="GEO MIL",
                recipient="AZE",
                place="the-hill",
                from_day=DAY,
                until_day=DAY,
                modality="fact",
                said_by=("AUTHOR",),
                statements_for=(ref("s1"),),
            ),
            Event(
                id="e2",
                concept="attack",
                code=EventCode(type="ASSAULT"),
                actor="GEO MIL",
                recipient="AZE",
                place=None,
                from_day=None,
                until_day=None,
                modality="claim",
                said_by=("AZE GOV",),
                statements_for=(ref("s3"),),
                statements_against=(ref("s1"),),
            ),
        ),
        "incident": Incident(id="made", cases=(case,)),
        "facts": (),
        "territory": (ground(),),
        "findings": (finding(NO, "Article 9"), finding(UNKNOWN), finding(YES, "Article 2", "consultation")),
        "tested": (),
        "explanations": (),
        "expectations": (),
        "unheard": (
            Unheard(party="GEO", reason={"en": "nobody of Georgia is quoted: unheard", "ja": "ジョージアは未聴取"}),
        ),
        "originals": (),
        "invocations": (InvocationStep(what="request", by="AZE GOV", asks="consultation", statements=(ref("s4"),)),),
        "image_credits": (
            (
                REPORT,
                ImageCredit(
                    text="Photo: A. Maker / CC BY 4.0",
                    span=span("Photo: A. Maker / CC BY 4.0"),
                    creator="A. Maker",
                    licence="CC BY 4.0",
                ),
            ),
        ),
    }
    return Assessment(**(given | more))  # type: ignore[arg-type]


PRECEDENT = Practice(
    id="1995-turkey",
    kind="invoked",
    on=date(1995, 5, 1),
    by=("TUR",),
    provisions=("art-4",),
    what={"en": "a raid", "ja": "襲撃"},
    organ="council",
    decided="consult",
    came={"en": "Talks were held.", "ja": "協議が行われた。"},
    source="minutes",
    certainty="checked",
    treaty="pact-1990",
    cites=("Article 4",),
)


class Book:
    """Law and places for the tests."""

    def __init__(self, elevation_m: float | None = None) -> None:
        self.elevation_m = elevation_m

    def instruments_in(self, text: str) -> tuple[str, ...]:
        """Know one instrument."""
        return ("pact-1990",) if "Pact" in text else ()

    def instruments_of(self, organisation: str) -> tuple[str, ...]:
        """Know one organisation."""
        return ("pact-1990",) if organisation == "IGO PACT" else ()

    def title(self, treaty: str) -> Words:
        """Give one title."""
        return {"en": "Pact of Samples", "ja": "見本条約"} if treaty == "pact-1990" else {"en": treaty}

    def bound(self, treaty: str, state: str, on: date) -> tuple[Truth, Words]:
        """Bind everybody but Georgia."""
        if state == "GEO":
            return NO, {"en": f"{state} never signed", "ja": "署名していない"}
        return YES, {"en": f"{state} bound by {treaty} on {on}"}

    def practice(self, treaty: str) -> tuple[Practice, ...]:
        """Know one earlier case of the pact, under Article 4."""
        return (PRECEDENT,) if treaty == "pact-1990" else ()

    def flip(self, flip: Flip) -> Words:
        """Say a set by its bare names."""
        return {"en": " and ".join(f"{name}: {value}" for name, value in flip.set)}

    def parties(self, treaty: str, on: date) -> tuple[str, ...]:
        """Give two parties."""
        return ("AZE", "TUR") if treaty and on else ()

    def paraphrase(self, treaty: str, provision: str, on: date) -> Words | None:
        """Paraphrase nothing but Article 4."""
        return {"en": "help is owed"} if (treaty, provision) == ("pact-1990", "art-4") and on else None

    def procedure(self, treaty: str, provision: str, on: date) -> Words:
        """Know the procedure of Article 4."""
        return {"en": "on request"} if (treaty, provision) == ("pact-1990", "art-4") and on else {}

    def fact_words(self, name: str, truth: Truth) -> Words:
        """Say a fact by its name."""
        return {"en": f"{name}: {truth.value}", "ja": f"{name}:{truth.value}"}

    def find(self, name: str, language: str) -> tuple[Place, ...]:
        """Find the hill."""
        return (self._hill(),) if name and language else ()

    def place(self, place_id: str) -> Place | None:
        """Know the hill."""
        return self._hill() if place_id == "the-hill" else None

    def _hill(self) -> Place:
        return Place(
            id="the-hill", kind="mountain", names={"en": ("the Hill",)}, elevation_m=self.elevation_m, source="survey"
        )
