"""The settings that every way of running shares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.project import env
from cms.project.channel_layers import channel_layers
from cms.project.signing_key import signing_key
from plugins.api.discovery import app_paths

env.refuse_misspelt()

BASE_DIR = Path(__file__).resolve().parents[3]
LERNNETZ_DATA = env.folder("LERNNETZ_DATA", BASE_DIR / "var")

DEBUG = env.flag("LERNNETZ_DEBUG")
SECRET_KEY = env.secret("SECRET_KEY", lambda: env.kept_secret(LERNNETZ_DATA / "secret_key"), least=50)
IDP_OIDC_PRIVATE_KEY = signing_key("OIDC_SIGNING_KEY", LERNNETZ_DATA / "signing_key.pem")
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", LOCAL_HOSTS)
env.networks("FORWARDED_ALLOW_IPS")  # uvicorn reads it; nonsense stops the start here
IS_LOCAL = set(ALLOWED_HOSTS) <= set(LOCAL_HOSTS)

PLUGINS = env.names("LERNNETZ_PLUGINS", ["membership", "events"])

INSTALLED_APPS = [
    "cms.apps.CmsPlugin",
    "cms.accounts.apps.AccountsPlugin",
    "search.apps.SearchPlugin",
    "workspace.apps.WorkspacePlugin",
    *app_paths(PLUGINS),
    "plugins.api",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.idp.oidc",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "cms.accounts.replaced_apps.SessionsAppConfig",
    "rest_framework",
    "drf_spectacular",
    "corsheaders",
    "csp",
    "wagtail_modeladmin",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "cms.accounts.replaced_apps.PeopleAppConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.accounts.language.LanguageMiddleware",
    "plugins.api.adapters.rest_versions.VersionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "plugins.api.adapters.switched.SwitchMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.project.csp.PolicyMiddleware",
    "plugins.api.adapters.http.RefusalMiddleware",
]

ROOT_URLCONF = "cms.project.urls"
WSGI_APPLICATION = "cms.project.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.pages.context.shell",
                "workspace.views.bell.bell",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.database("DATABASE_URL", LERNNETZ_DATA / "lernnetz.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# room enough that counted sign-in attempts are not pushed out by others
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
REDIS_URL = env.address("REDIS_URL", schemes=("redis", "rediss"))
CHANNEL_LAYERS = channel_layers(REDIS_URL)
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "cms.project.shared_cache.SharedCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }

# Language and time
LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
FORMAT_MODULE_PATH = ["cms.project.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

# Files
STATIC_URL = "/static/"
STATIC_ROOT = LERNNETZ_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/medien/"
MEDIA_ROOT = LERNNETZ_DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "cms.project.static_files.StaticStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# The knowledge base
SITE_TITLE = "Forum Integration in ländlichen Räumen"
OFFICE_ADDRESS = env.text("OFFICE_ADDRESS")

# rooms of video meetings; without them organisers bring an address of their own
BIGBLUEBUTTON_URL = env.address("BIGBLUEBUTTON_URL")
BIGBLUEBUTTON_SECRET = env.secret("BIGBLUEBUTTON_SECRET", str)
JITSI_URL = env.address("JITSI_URL", schemes=("https",))
# what programs outside are told goes to machines that everybody can reach, unless the operator says otherwise
WEBHOOKS_TO_PRIVATE_ADDRESSES = env.flag("LERNNETZ_WEBHOOKS_TO_PRIVATE_ADDRESSES")
WEBHOOKS_AT_ONCE = 8
"""How many are sent at the same time by one process; 0: one after the other, by whoever asks for it."""
PLUGIN_ERRORS_ARE_RAISED = False
"""What a plugin cannot answer is left out and written down; True in tests, where it fails."""
NEW_PLUGINS_ARE_ON = env.flag("LERNNETZ_NEW_PLUGINS_ON")
"""Whether a plugin that somebody has installed is at work before the programme office has switched it on."""
PLUGIN_SWITCHES_LOOK_EVERY: float | None = 2.0
"""Seconds after which a process looks whether another one has switched a plugin; None: never by the clock."""
SEARCH_INDEX_DIR = LERNNETZ_DATA / "search"
ELASTICSEARCH_URLS = env.addresses("ELASTICSEARCH_URL")  # none: the embedded engine alone
ELASTICSEARCH_INDEX = env.word("ELASTICSEARCH_INDEX", "lernnetz")
ELASTICSEARCH_FALLBACK = env.flag("ELASTICSEARCH_FALLBACK", default=True)
SEARCH_WORD_TABLE = LERNNETZ_DATA / "words.sqlite3"
SEARCH_NOTES_WAIT: float | None = 5.0
"""Seconds until what was searched in vain is written down; None: only when somebody says so."""
COUNTY_FIGURES = BASE_DIR / "data" / "counties" / "figures.csv"

from cms.project.settings.accounts import *  # noqa: E402, F403
from cms.project.settings.elsewhere import *  # noqa: E402, F403
from cms.project.settings.front_ends import *  # noqa: E402, F403
from cms.project.settings.rest import *  # noqa: E402, F403
from cms.project.settings.security import *  # noqa: E402, F403
from cms.project.settings.wagtail import *  # noqa: E402, F403

globals().update(env.email("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.sender("DEFAULT_FROM_EMAIL", "noreply@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # a node that is silent is tried again on another; when all are, the search says so, once
    "loggers": {"elastic_transport": {"level": "ERROR"}},
}
