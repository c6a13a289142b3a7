"""Days that statements of one sentence share: the dead fell on the day of the attack that killed them."""

from __future__ import annotations

import msgspec

from casus.reading.drafts import Draft, toll


def day_of_victims(draft: Draft, drafts: list[Draft]) -> None:
    """Give those killed or hurt the day of the deed told before (they shelled a town on Monday; three people died)."""
    if draft.date is not None or not toll(draft) or draft.clause.trigger_of is not None:
        return
    start = draft.clause.trigger
    deeds = [d for d in drafts if d.clause.trigger < start and _deed(d) and d.put.modality == draft.put.modality]
    last = max(deeds, key=lambda d: d.clause.trigger).date if deeds else None
    if last is not None and not any(_apart(d, start) for d in drafts):
        draft.date = msgspec.structs.replace(last, assumed=True)


def _deed(draft: Draft) -> bool:
    """Ask: does it tell what was done, not what somebody said of it?"""
    predicate = draft.clause.predicate
    return predicate is None or predicate.concept.content is None


def _apart(draft: Draft, start: tuple[int, int]) -> bool:
    """Ask: does a deed told later in the sentence have the day of its own (…; by Friday they had taken the town)?"""
    return draft.date is not None and not draft.date.assumed and draft.date.span is not None and draft.date.span > start
