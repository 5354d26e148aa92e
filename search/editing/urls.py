"""Addresses of the search under /cms/."""

from __future__ import annotations

from django.urls import path

from search.editing import explaining, unanswered, weighing

app_name = "search_editing"
urlpatterns = [
    path("explain/", explaining.ExplainView.as_view(), name="explain"),
    path("synonym/", explaining.keep_synonym, name="keep_synonym"),
    path("place/", explaining.place, name="place"),
    path("place/<int:pk>/take-back/", explaining.take_back, name="take_back"),
    path("weights/", weighing.WeightsView.as_view(), name="weights"),
    path("weights/keep/", weighing.keep_weights, name="keep_weights"),
    path("weights/default/", weighing.default_weights, name="default_weights"),
    path("unanswered/", unanswered.UnansweredView.as_view(), name="unanswered"),
    path("unanswered/<int:pk>/resolve/", unanswered.resolve, name="resolve_unanswered"),
]
