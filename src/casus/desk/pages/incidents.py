"""Incidents: the list, and one with all that is known of it."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casus.briefing import main_findings
from casus.desk.assessing import brief_of, outline, reports_of
from casus.desk.causes import decided
from casus.desk.deciding import KINDS, Wanted, decide
from casus.desk.knowledge import tools_at_hand
from casus.desk.pages.mapping import drawn
from casus.desk.pages.people import name_of
from casus.desk.pages.showing import changes, graded, parts, settable, spots
from casus.desk.pages.telling import by_origin, statements_by_party, timeline
from casus.desk.pages.warning import misfilled, warn
from casus.desk.roles import only
from casus.desk.store.models import StoredIncident
from casus.desk.supposing import open_facts, suppose
from casus.logic import Truth

ON_A_PAGE = 30
FACTS_OFFERED = 12
CHANGES_SHOWN = 20


@only("analyst")
@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """List the incidents, the last changed first."""
    rows = StoredIncident.objects.filter(merged_into=None).defer("assessment")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/incidents.html", {"page": page})


@only("analyst")
@require_safe
def incident(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Show one incident."""
    stored = get_object_or_404(StoredIncident.objects.defer("assessment"), id=incident_id)
    if stored.merged_into_id is not None:
        return redirect("incident", stored.merged_into_id)
    brief = brief_of(stored)
    assessment = brief.assessment
    facts = open_facts(main_findings(assessment))[:FACTS_OFFERED]
    case = assessment.incident.cases[0] if assessment.incident else None
    given = {
        "incident": stored,
        "case": case,
        "parts": parts(brief),
        "origins": by_origin(reports_of(stored, without=("reading", "terms"))),
        "timeline": timeline(stored, assessment),
        "parties": statements_by_party(assessment),
        "spots": spots(assessment, timezone.now().date()),
        "facts": settable(None, facts),
        "settable": settable(case, facts),
        "graded": graded(assessment),
        "decisions": [(row, decided(row.record)) for row in stored.decisions.all()],
        "changes": list(changes(stored, CHANGES_SHOWN)),
        "others": StoredIncident.objects.filter(merged_into=None).exclude(id=stored.id).defer("assessment")[:30],
    }
    return render(request, "desk/incident.html", given)


@only("analyst")
@require_safe
def line(request: HttpRequest, incident_id: str, section: str, number: int) -> HttpResponse:
    """Unfold one line of the brief: the words it rests on, its sources, its proof."""
    stored = get_object_or_404(StoredIncident.objects.defer("assessment"), id=incident_id)
    lines = next((s.lines for s in brief_of(stored).sections if s.id == section), ())
    if not 0 <= number < len(lines):
        raise Http404
    template = "desk/under.html" if request.headers.get("HX-Request") else "desk/line_page.html"
    return render(request, template, {"incident": stored, "line": lines[number]})


@only("analyst")
@require_safe
def what_if(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Tell which answers change if some facts were as supposed."""
    stored = get_object_or_404(StoredIncident, id=incident_id)
    known = tools_at_hand().law.facts
    facts = {n: Truth(v) for n, v in request.GET.items() if n in known and v in {"yes", "no"}}
    changed = suppose(stored, facts, at=timezone.now())
    rows = [(tools_at_hand().book.title(c.now.treaty), c) for c in changed]
    return render(request, "desk/what_if.html", {"incident": stored, "facts": facts, "changed": rows})


class DecisionForm(forms.Form):
    """A decision about an incident."""

    does = forms.ChoiceField(choices=[(k, k) for k in KINDS])
    target = forms.CharField(max_length=200)
    name = forms.CharField(required=False, max_length=80)
    value = forms.CharField(required=False, max_length=2000)
    why = forms.CharField(required=False, max_length=2000)


@only("analyst")
@require_POST
def decision(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Keep a decision; what cannot be decided is told with the reason."""
    stored = get_object_or_404(StoredIncident, id=incident_id)
    form = DecisionForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        wanted = Wanted(
            does=said["does"],
            target=said["target"],
            name=said["name"] or None,
            value=said["value"] or None,
            why=said["why"],
        )
        _, problems = decide(stored, wanted, by=name_of(request.user), at=timezone.now())
        warn(request, problems)
    else:
        warn(request, misfilled(form))
    return redirect("incident", incident_id)


@only("analyst")
@require_safe
def map_data(request: HttpRequest, incident_id: str) -> HttpResponse:
    """Give what the incident's map draws, as GeoJSON."""
    del request
    stored = get_object_or_404(StoredIncident.objects.defer("assessment"), id=incident_id)
    return JsonResponse(drawn(outline(stored), today=timezone.now().date()))
