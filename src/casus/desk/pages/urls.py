"""Addresses of the desk's pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from casus.desk.pages import home, incidents, intake, people, reports, searching, working

urlpatterns: list[URLPattern] = [
    path("", home.situations, name="situations"),
    path("intake/", intake.intake, name="intake"),
    path("intake/feeds/", intake.add_feed, name="add-feed"),
    path("intake/feeds/<int:feed_id>/switch/", intake.switch_feed, name="switch-feed"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<str:report_id>/", reports.report, name="report"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/<str:incident_id>/", incidents.incident, name="incident"),
    path("incidents/<str:incident_id>/lines/<str:section>/<int:number>/", incidents.line, name="line"),
    path("incidents/<str:incident_id>/what-if/", incidents.what_if, name="what-if"),
    path("incidents/<str:incident_id>/decide/", incidents.decision, name="decide"),
    path("incidents/<str:incident_id>/map.json", incidents.map_data, name="map-data"),
    path("search/", searching.search, name="search"),
    path("work/", working.work, name="work"),
    path("work/<int:job_id>/retry/", working.retry_job, name="retry"),
    path("people/", people.people, name="people"),
    path("people/<int:user_id>/", people.change_person, name="change-person"),
    path("log/", working.log, name="log"),
]
