"""Our own addresses under /cms/."""

from __future__ import annotations

from django.urls import path

from cms.editing import becoming, bringing_in, confirming, due, reading, releasing
from cms.editing.printing import print_styles

app_name = "editing"
urlpatterns = [
    path("print.css", print_styles, name="print_styles"),
    path("due/", due.DueView.as_view(), name="due"),
    path("bring-in/", bringing_in.BringInView.as_view(), name="bring_in"),
    path("become-entry/", becoming.BecomeEntryView.as_view(), name="become_entry"),
    path("<int:entry_id>/ask-county/", confirming.AskView.as_view(), name="ask_county"),
    path("confirmations/<int:pk>/", confirming.ConfirmationView.as_view(), name="confirmation"),
    path("<int:entry_id>/release/", releasing.ReleaseView.as_view(), name="release"),
    path("<int:entry_id>/release/page/", releasing.what_everybody_will_read, name="release_page"),
    path("<int:entry_id>/readability/", reading.readability, name="readability"),
    path("<int:entry_id>/withdraw/", releasing.WithdrawView.as_view(), name="withdraw"),
]
