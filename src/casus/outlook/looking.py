"""What this room adds to an assessment: precedents, shares, base rates, drafts of questions, who would stand where."""

from __future__ import annotations

from msgspec.structs import replace

from casus.outlook.balancing import Neighbours, balance, support_before, support_told
from casus.outlook.baserates import came_to_help, registered, unregistered, withdrawals
from casus.outlook.capabilities import CapabilityTable
from casus.outlook.drafting import drafts
from casus.outlook.features import features_of, sides
from casus.outlook.likeness import compare, nearest
from casus.outlook.precedents import precedents
from casus.outlook.recalling import recalled
from casus.records import Assessment
from casus.vocabulary.phrases import say


def look(
    assessment: Assessment, *, table: CapabilityTable | None = None, neighbours: Neighbours | None = None
) -> Assessment:
    """Add what came before, what may come, who would stand where; without an incident only drafts and recollections."""
    listed = precedents()
    incident = assessment.incident
    parties = frozenset().union(*sides(incident)) if incident and incident.cases else frozenset()
    brought_up = recalled(assessment.reports, assessment.readings, listed, sides=parties)
    added = replace(assessment, recalled=brought_up, drafts=drafts(assessment.expectations, assessment.readings))
    if incident is None or not incident.cases:
        return added
    known = features_of(incident, assessment.territory, assessment.findings)
    earlier = [p for p in listed if p.on < incident.cases[0].on]
    named = {r.precedent for r in brought_up}
    standing = balance(
        incident,
        assessment.findings,
        table=table,
        support=(*support_told(assessment.events), *support_before(incident, earlier)),
        neighbours=neighbours,
    )
    helpers = bool(standing.bound or standing.open)
    return replace(
        added,
        nearest=nearest(known, earlier),
        recalled_near=tuple(compare(known, p) for p in listed if p.id in named),
        shares=(withdrawals(earlier, say("share_withdrew")), came_to_help(earlier, say("share_helped"))),
        base_rates=registered() if helpers else (),
        unregistered=unregistered() if helpers else (),
        balance=standing,
    )
