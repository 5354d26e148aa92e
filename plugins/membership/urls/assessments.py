"""Addresses of those who assess applications, and of the office that asks them."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import assessments, assessors

OF_OFFICE = "mitglied-werden/bewerbungen/<int:pk>/einschaetzungen/"

urlpatterns = [
    path("einschaetzungen/", assessments.own_list, name="assessments"),
    path("einschaetzungen/<int:pk>/", assessments.assessment, name="assessment"),
    path("einschaetzungen/<int:pk>/interessenkonflikt/", assessments.conflict, name="assessment_conflict"),
    path(OF_OFFICE, assessors.choose_assessors, name="choose_assessors"),
    path(f"{OF_OFFICE}abschliessen/", assessors.close, name="close_reading"),
]
