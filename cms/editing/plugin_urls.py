"""Addresses of the office's pages about plugins, under /cms/plugins/."""

from __future__ import annotations

from django.urls import path

from cms.editing import plugins

app_name = "plugins_desk"
urlpatterns = [
    path("", plugins.PluginsView.as_view(), name="list"),
    path("removed/<int:pk>/", plugins.copy_of_removed, name="copy"),
    path("<slug:label>/on/", plugins.SwitchOnView.as_view(), name="on"),
    path("<slug:label>/off/", plugins.SwitchOffView.as_view(), name="off"),
    path("<slug:label>/remove/", plugins.RemoveView.as_view(), name="remove"),
]
