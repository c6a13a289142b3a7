"""Addresses of the desk's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from casus.desk.pages import home

urlpatterns: list[URLPattern] = [path("", home.situations, name="situations")]
