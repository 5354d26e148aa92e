"""Addresses of drafts: lists, the text, what is said beside it."""

from __future__ import annotations

from django.urls import path

from workspace.views import draft_care, draft_lists, draft_margin, draft_remarks, drafts

urlpatterns = [
    path("arbeitsgruppen/<slug:slug>/entwuerfe/", draft_lists.of_group, name="group_drafts"),
    path("entwuerfe/", draft_lists.overview, name="drafts"),
    path("entwuerfe/eintrag/<int:pk>/", drafts.entry, name="draft_entry"),
    path("entwuerfe/<int:pk>/", drafts.draft, name="draft"),
    path("entwuerfe/<int:pk>/rand/", draft_margin.margin, name="draft_margin"),
    path("entwuerfe/<int:pk>/kommentare/", draft_remarks.comment, name="draft_comment"),
    path("entwuerfe/<int:pk>/kommentare/<int:remark>/antworten/", draft_remarks.answer, name="draft_answer"),
    path("entwuerfe/<int:pk>/kommentare/<int:remark>/<slug:what>/", draft_remarks.turn_comment, name="turn_comment"),
    path("entwuerfe/<int:pk>/vorschlaege/", draft_remarks.suggest, name="draft_suggest"),
    path("entwuerfe/<int:pk>/vorschlaege/<int:remark>/erneuern/", draft_remarks.renew, name="renew_suggestion"),
    path(
        "entwuerfe/<int:pk>/vorschlaege/<int:remark>/<slug:what>/",
        draft_remarks.turn_suggestion,
        name="turn_suggestion",
    ),
    path("entwuerfe/<int:pk>/titel/", draft_care.rename, name="rename_draft"),
    path("entwuerfe/<int:pk>/leser/", draft_care.readers, name="draft_readers"),
    path("entwuerfe/<int:pk>/schliessen/", draft_care.close, name="close_draft"),
    path("entwuerfe/<int:pk>/oeffnen/", draft_care.reopen, name="reopen_draft"),
]
