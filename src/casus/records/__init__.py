"""Records that travel between rooms: immutable, typed, each form with a version."""

from casus.records.assessment import (
    Assessment,
    CitedOriginal,
    Expectation,
    TestedAssertion,
    Unheard,
)
from casus.records.base import Record, Span, Words, content_id
from casus.records.brief import Brief, Line, Quote, Section
from casus.records.cascade import BoundToBoth, Cascade, CascadeNode, Condition, Engaged, Step, Tie
from casus.records.decision import Decision
from casus.records.finding import (
    Finding,
    Flip,
    HolderView,
    OpenQuestion,
    PositionAnswer,
    Proof,
    ReadingUsed,
    TerritoryFinding,
)
from casus.records.grade import Grade
from casus.records.hypothesis import Evidence, Explanation, Hypothesis
from casus.records.incident import (
    Case,
    CasePlace,
    Event,
    Fact,
    Incident,
    InvocationStep,
    OrganDecision,
    Request,
    StatementRef,
)
from casus.records.obligations import Obligations
from casus.records.outlook import Forecast, Precedent, Question, Resolution
from casus.records.overlook import Overlook
from casus.records.place import Place, PlaceFact
from casus.records.practice import Practice
from casus.records.report import ImageCredit, Region, Report, ReportHead
from casus.records.statement import (
    AUTHOR,
    Comment,
    DateMention,
    EventCode,
    Mention,
    Party,
    PlaceMention,
    Reading,
    Source,
    Speaker,
    Statement,
    Trigger,
)
from casus.records.where import NamedPoint, Peacekeepers, TerritorySpan, Whereabouts

__all__ = [
    "AUTHOR",
    "Assessment",
    "BoundToBoth",
    "Brief",
    "Cascade",
    "CascadeNode",
    "Case",
    "CasePlace",
    "CitedOriginal",
    "Comment",
    "Condition",
    "DateMention",
    "Decision",
    "Engaged",
    "Event",
    "EventCode",
    "Evidence",
    "Expectation",
    "Explanation",
    "Fact",
    "Finding",
    "Flip",
    "Forecast",
    "Grade",
    "HolderView",
    "Hypothesis",
    "ImageCredit",
    "Incident",
    "InvocationStep",
    "Line",
    "Mention",
    "NamedPoint",
    "Obligations",
    "OpenQuestion",
    "OrganDecision",
    "Overlook",
    "Party",
    "Peacekeepers",
    "Place",
    "PlaceFact",
    "PlaceMention",
    "PositionAnswer",
    "Practice",
    "Precedent",
    "Proof",
    "Question",
    "Quote",
    "Reading",
    "ReadingUsed",
    "Record",
    "Region",
    "Report",
    "ReportHead",
    "Request",
    "Resolution",
    "Section",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "StatementRef",
    "Step",
    "TerritoryFinding",
    "TerritorySpan",
    "TestedAssertion",
    "Tie",
    "Trigger",
    "Unheard",
    "Whereabouts",
    "Words",
    "content_id",
]
