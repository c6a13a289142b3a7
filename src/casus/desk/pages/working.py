"""What the worker has before it and behind it, and the audit log."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casus.desk.auditing import audit
from casus.desk.pages.people import name_of
from casus.desk.queue import retry
from casus.desk.roles import only
from casus.desk.store.models import AuditEntry, Job

ON_A_PAGE = 50


@only("analyst")
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """Show the jobs; asked by htmx, only the table."""
    jobs = Job.objects.order_by("-id")[:ON_A_PAGE]
    waiting = Job.objects.filter(state__in=[Job.WAITING, Job.RUNNING]).count()
    template = "desk/jobs.html" if request.headers.get("HX-Request") else "desk/work.html"
    return render(request, template, {"jobs": jobs, "waiting": waiting})


@only("analyst")
@require_POST
def retry_job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Give a job that was given up its tries anew."""
    job = get_object_or_404(Job, id=job_id, state=Job.FAILED)
    retry(job, at=timezone.now())
    audit(name_of(request.user), "retried a job", str(job.id), at=timezone.now(), kind=job.kind)
    return redirect("work")


@only("admin")
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Show the audit log, the last entry first."""
    page = Paginator(AuditEntry.objects.order_by("-number"), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/log.html", {"page": page})
