"""The desk's addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from casus.desk.api.document import api

handler500 = "casus.desk.pages.trouble.failed"
urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.account.urls")),
    path("api/v1/", api.urls),
    path("", include("casus.desk.pages.urls")),
]
