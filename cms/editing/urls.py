"""Our own addresses under /cms/."""

from __future__ import annotations

from django.urls import path

from cms.editing import bringing_in, releasing

app_name = "editing"
urlpatterns = [
    path("bring-in/", bringing_in.BringInView.as_view(), name="bring_in"),
    path("<int:entry_id>/release/", releasing.ReleaseView.as_view(), name="release"),
    path("<int:entry_id>/release/page/", releasing.what_everybody_will_read, name="release_page"),
    path("<int:entry_id>/withdraw/", releasing.WithdrawView.as_view(), name="withdraw"),
]
