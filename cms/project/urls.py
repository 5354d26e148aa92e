"""All addresses: ours first, plugins next, Wagtail's catch-all last."""

from __future__ import annotations

from django.urls import include, path, re_path
from wagtail.urls import serve_pattern

from cms.pages import views as page_views
from plugins.api.extensions import RestMount, UrlMount
from plugins.api.registry import registry

rest = [path(mount.prefix, include(mount.urlconf)) for mount in registry.records(RestMount)]
pages = [path(mount.prefix, include(mount.urlconf)) for mount in registry.records(UrlMount)]

urlpatterns = [
    path("", include("cms.project.health")),
    path("api/v1/", include((rest, "api"))),
    path("", include("cms.accounts.front_ends.urls")),
    path("konto/", include("cms.accounts.urls")),
    path("cms/", include("cms.accounts.admin_entry")),
    *pages,
    re_path(serve_pattern, page_views.plain_page, name="wagtail_serve"),
]

handler400 = "cms.pages.errors.bad_request"
handler403 = "cms.pages.errors.forbidden"
handler404 = "cms.pages.errors.not_found"
handler500 = "cms.pages.errors.server_error"
