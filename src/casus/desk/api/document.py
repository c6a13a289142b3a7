"""The interface as a whole: its routes, its failures as problem documents, its OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema

from casus.desk.api import as_published, incidents, reading, writing
from casus.desk.api.credentials import Known
from casus.desk.api.problems import DETAILS, MEDIA_TYPE, problem

OTHER_FORMS = {"/incidents.csv": "text/csv", "places.geojson": "application/geo+json"}
FOR_STAFF = ("/assessment", "/statements")
"""Addresses that readers may not ask for."""
FAILURES = ("400", "401", "403", "404", "405", "413", "422", "429", "503")
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


class DeskAPI(NinjaAPI):
    """Describes itself with what every route has: failures, other forms, that readers need no token."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        """Give the OpenAPI document."""
        document = super().get_openapi_schema(**given)
        document["components"]["schemas"]["Problem"] = PROBLEM
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                _complete(path, method, operation)
        return document


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    answers = {str(status): answer for status, answer in operation["responses"].items()}
    form = next((form for end, form in OTHER_FORMS.items() if path.endswith(end)), None)
    if form:
        answers["200"] = {"description": "OK", "content": {form: {"schema": {}}}}
    elif "200" in answers and "content" not in answers["200"]:
        answers["200"]["content"] = {"application/json": {"schema": {"type": "object"}}}
    if method == "get":
        answers["304"] = {"description": "not changed since the ETag in If-None-Match"}
        if not path.endswith(FOR_STAFF):
            operation["security"] = [{}, *operation.get("security", [])]
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in FAILURES:
        answers[status] = {"description": DETAILS.get(int(status), "see the detail"), "content": content}
    operation["responses"] = answers


def _conditional(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give every answer an ETag; one that the caller has already is not sent again."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Authorization", "Cookie"])
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return conditional_page(answer)


api = DeskAPI(
    title="casus desk",
    version="1",
    description="Incidents, the reports they rest on, who says what, and which treaty obligations are engaged.",
    urls_namespace="api",
    docs_url=None,
    auth=Known(),
)
api.add_router("", incidents.router)
api.add_router("", reading.router)
api.add_router("", writing.router)
api.add_decorator(_conditional, mode="view")


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, trouble: Exception) -> HttpResponse:
    del request, trouble
    return problem(404, "there is nothing of this id, or it is not published")


@api.exception_handler(as_published.NotRecorded)
def _not_recorded(request: HttpRequest, trouble: as_published.NotRecorded) -> HttpResponse:
    row = trouble.row
    page = request.build_absolute_uri(reverse("publication", args=(row.incident_id,)))
    at = row.published_at.isoformat() if row.published_at else None
    detail = f"{trouble}: its page says what stood then, and its places are given"
    return problem(404, detail, number=row.number, published_at=at, page=f"{page}?{urlencode({'as_of': at})}")


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, trouble: HttpError) -> HttpResponse:
    del request
    answer = problem(trouble.status_code, trouble.message)
    if trouble.status_code == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Throttled)
def _too_often(request: HttpRequest, trouble: Throttled) -> HttpResponse:
    del request
    answer = problem(429, f"too many requests: come again in {trouble.wait} seconds")
    answer.headers["Retry-After"] = str(trouble.wait)
    return answer


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, trouble: ValidationError) -> HttpResponse:
    del request
    errors = [{"where": ".".join(map(str, e["loc"])), "what": e["msg"]} for e in trouble.errors]
    return problem(422, "; ".join(f"{e['where']}: {e['what']}" for e in errors), problems=errors)
