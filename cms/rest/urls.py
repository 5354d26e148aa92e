"""REST addresses of the knowledge base, and of the API's description of itself."""

from __future__ import annotations

from django.urls import path

from cms.rest.documentation import DocumentationView, IndexView, SchemaView
from cms.rest.entries import EntryListView, EntryTransitionsView, EntryView, NewestView
from cms.rest.me import MeView
from cms.rest.places import CountyListView, TopicListView
from cms.rest.previews import PreviewsView, PreviewView
from cms.rest.uploads import FilesView, FileView, PicturesView, PictureView

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("entries/", EntryListView.as_view(), name="entries"),
    path("entries/<int:entry_id>/", EntryView.as_view(), name="entry"),
    path("entries/<int:entry_id>/newest/", NewestView.as_view(), name="entry_newest"),
    path("entries/<int:entry_id>/transitions/", EntryTransitionsView.as_view(), name="entry_transitions"),
    path("entries/<int:entry_id>/previews/", PreviewsView.as_view(), name="entry_previews"),
    path("preview/<str:token>/", PreviewView.as_view(), name="preview"),
    path("pictures/", PicturesView.as_view(), name="pictures"),
    path("pictures/<int:media_id>/", PictureView.as_view(), name="picture"),
    path("files/", FilesView.as_view(), name="files"),
    path("files/<int:media_id>/", FileView.as_view(), name="file"),
    path("topics/", TopicListView.as_view(), name="topics"),
    path("counties/", CountyListView.as_view(), name="counties"),
    path("me/", MeView.as_view(), name="me"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocumentationView.as_view(), name="docs"),
]
