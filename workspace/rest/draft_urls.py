"""REST addresses of drafts, under /api/v1/drafts/."""

from __future__ import annotations

from django.urls import path

from workspace.rest import (
    consultations,
    decisions,
    draft_joining,
    draft_remarks,
    draft_suggestions,
    draft_versions,
    drafts,
    publications,
)

urlpatterns = [
    path("", drafts.DraftsView.as_view(), name="rest_drafts"),
    path("<int:draft_id>/", drafts.DraftView.as_view(), name="rest_draft"),
    path("<int:draft_id>/transitions/", drafts.DraftTransitionsView.as_view(), name="rest_draft_transitions"),
    path("<int:draft_id>/ticket/", drafts.DraftTicketView.as_view(), name="rest_draft_ticket"),
    path(
        "<int:draft_id>/consultations/", consultations.DraftConsultationsView.as_view(), name="rest_draft_consultations"
    ),
    path("<int:draft_id>/merge/", draft_joining.DraftMergingView.as_view(), name="rest_draft_merging"),
    path("<int:draft_id>/sections/", draft_joining.DraftSectionsView.as_view(), name="rest_draft_sections"),
    path("<int:draft_id>/decisions/", decisions.DecisionsView.as_view(), name="rest_draft_decisions"),
    path("<int:draft_id>/decisions/<int:decision_id>/", decisions.DecisionView.as_view(), name="rest_draft_decision"),
    path(
        "<int:draft_id>/decisions/<int:decision_id>/answers/",
        decisions.DecisionAnswersView.as_view(),
        name="rest_decision_answers",
    ),
    path("<int:draft_id>/publications/", publications.PublicationsView.as_view(), name="rest_draft_publications"),
    path("<int:draft_id>/versions/", draft_versions.DraftVersionsView.as_view(), name="rest_draft_versions"),
    path("<int:draft_id>/versions/<int:number>/", draft_versions.DraftVersionView.as_view(), name="rest_draft_version"),
    path("<int:draft_id>/comments/", draft_remarks.DraftCommentsView.as_view(), name="rest_draft_comments"),
    path(
        "<int:draft_id>/comments/<int:comment_id>/",
        draft_remarks.DraftCommentView.as_view(),
        name="rest_draft_comment",
    ),
    path(
        "<int:draft_id>/suggestions/", draft_suggestions.DraftSuggestionsView.as_view(), name="rest_draft_suggestions"
    ),
    path(
        "<int:draft_id>/suggestions/<int:suggestion_id>/",
        draft_suggestions.DraftSuggestionView.as_view(),
        name="rest_draft_suggestion",
    ),
]
