"""Writing: reports given to the desk, decisions about incidents; both under the name of who gave them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Status

from casus.desk.api.credentials import Known, caller_of
from casus.desk.api.forms import Decided, DecisionGiven, Given, Taken
from casus.desk.api.problems import of_problems, problem
from casus.desk.api.visible import one_incident
from casus.desk.deciding import Wanted, decide
from casus.desk.taking_in import Told, lines, take_address, take_bytes

router = Router(auth=Known("analyst"))


@router.post("/intake", response={201: Taken}, tags=["writing"])
def intake(request: HttpRequest, given: Given) -> Status[Taken] | HttpResponse:
    """Take in a report by its words or its address; for analysts. What is new finds its incident soon after."""
    caller = caller_of(request)
    told = Told(published=given.published, publisher=given.publisher or None, title=given.title or None)
    at = timezone.now()
    if given.text and not given.address:
        kept = take_bytes(given.text.encode("utf-8"), "given", told, by=caller.name, at=at)
    elif given.address and not given.text:
        kept = take_address(given.address, told, by=caller.name, at=at)
    else:
        return problem(422, "give either text or address")
    if not kept.reports:
        return of_problems(422, kept.problems)
    return Status(201, Taken(reports=list(kept.reports), new=list(kept.new), notes=lines(kept.problems)))


@router.post("/incidents/{incident_id}/decisions", response={201: Decided}, tags=["writing"])
def decision(request: HttpRequest, incident_id: str, given: DecisionGiven) -> Status[Decided] | HttpResponse:
    """Keep a decision about an incident; for analysts. What cannot be decided is told with the reason."""
    caller = caller_of(request)
    row = one_incident(incident_id)
    wanted = Wanted(does=given.does, target=given.target, name=given.name, value=given.value, why=given.why)
    stored, problems = decide(row, wanted, by=caller.name, at=timezone.now())
    if stored is None:
        return of_problems(422, problems)
    row.refresh_from_db()
    return Status(201, Decided(id=stored.id, version=row.version))
