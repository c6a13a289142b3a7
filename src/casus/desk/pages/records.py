"""Track records: how a person's forecasts, or all together, have scored."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casus.desk.forecasting import ledger
from casus.desk.roles import only
from casus.outlook import EVERYBODY, likelihood, track
from casus.outlook.track import CALIBRATED_FROM


@only("analyst")
@require_safe
def record(request: HttpRequest, name: str) -> HttpResponse:
    """Show the record of somebody, or under ``*`` of all; ``on`` gives it as of an earlier day."""
    found = ledger()
    known = name in (EVERYBODY, *found.forecasters())
    if not known and not User.objects.filter(username=name).exists():
        raise Http404
    told = track(found, by=name, on=_day(request.GET.get("on", "")) or timezone.now().date())
    rows = [(found.questions[s.question], s, [likelihood(p) for p in s.probabilities]) for s in told.scored]
    given = {
        "name": name,
        "everybody": EVERYBODY,
        "told": told,
        "rows": rows,
        "needed": CALIBRATED_FROM,
        "forecasters": found.forecasters(),
    }
    return render(request, "desk/record.html", given)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
