"""Addresses of mediated first contact."""

from __future__ import annotations

from django.urls import path

from plugins.membership.pages import contact_asking, contact_office, contacts

urlpatterns = [
    path("", contact_asking.ask, name="ask_for_contact"),
    path("danke/", contact_asking.sent, name="contact_sent"),
    path("bestaetigen/<str:token>/", contact_asking.confirm, name="confirm_contact"),
    path("angekommen/", contact_asking.arrived, name="contact_arrived"),
    path("anfragen/", contact_office.queue, name="contact_queue"),
    path("anfragen/<int:pk>/", contact_office.one, name="contact_request"),
    path("anfragen/<int:pk>/mitglieder/", contact_office.choose, name="contact_choose"),
    path("anfragen/<int:pk>/zusammenbringen/", contact_office.introduce_all, name="contact_introduce"),
    path("anfragen/<int:pk>/ablehnen/", contact_office.decline, name="contact_decline"),
    path("anfragen/<int:pk>/absage-senden/", contact_office.send_the_reason, name="contact_send_reason"),
    path("anfragen/<int:pk>/schliessen/", contact_office.close, name="contact_close"),
    path("<int:pk>/", contacts.answer, name="contact_invitation"),
]
