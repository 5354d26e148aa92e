"""Wagtail: our models, our addresses, no calls home."""

from __future__ import annotations

from cms.project import env

WAGTAIL_SITE_NAME = "Forum"
WAGTAILADMIN_BASE_URL = env.address("BASE_URL", "http://127.0.0.1:8000")
PREVIEW_FRONT_END = env.template("PREVIEW_FRONT_END", "token")
"""Where a front end elsewhere shows a version: an address with `{token}` in it."""
PREVIEW_ORIGIN = env.origin_of(PREVIEW_FRONT_END)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.editing.finishing.publish_reviewed"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
"""The administration keeps the forum running; reviewing is the work of editors and office."""
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = ["Europe/Berlin"]
"""All counties live in one; 600 to choose from would only bring dates that nobody else means."""

WAGTAILIMAGES_IMAGE_MODEL = "cms.Picture"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.editing.uploads.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.editing.uploads.FileForm"
WAGTAILDOCS_DOCUMENT_MODEL = "cms.File"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["docx", "odt", "pdf", "pptx", "txt", "xlsx", "csv"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
"""As people write dates; `cms/project/formats` has them read in both languages."""

TAGGIT_CASE_INSENSITIVE = True
