"""The settings of the test run: nothing on disk but a folder that goes away, no hashing of static names."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for _server in ("ELASTICSEARCH_URL", "REDIS_URL"):  # tests that need one bring it
    os.environ.pop(_server, None)
os.environ["LERNNETZ_DATA"] = tempfile.mkdtemp(prefix="lernnetz-test-")
atexit.register(shutil.rmtree, os.environ["LERNNETZ_DATA"], ignore_errors=True)

from cms.project.settings.base import *  # noqa: E402, F403
from cms.project.settings.base import REST_FRAMEWORK, STATIC_ROOT, STORAGES  # noqa: E402

TEST_DATA = Path(os.environ["LERNNETZ_DATA"])
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
REST_FRAMEWORK = {**REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {"read": None}}
ACCOUNT_RATE_LIMITS = False  # type: ignore[assignment]  # allauth: no limits at all
MFA_RATE_LIMITS = False  # type: ignore[assignment]
IDP_OIDC_RATE_LIMITS = False  # type: ignore[assignment]
STATIC_ROOT.mkdir(exist_ok=True)
# Words mean the same in every test: taking them apart once is enough for all processes and runs.
SEARCH_WORD_TABLE = Path(tempfile.gettempdir()) / "lernnetz-test-words.sqlite3"
SEARCH_NOTES_WAIT = None
WEBHOOKS_AT_ONCE = 0
PLUGIN_ERRORS_ARE_RAISED = True
NEW_PLUGINS_ARE_ON = True
PLUGIN_SWITCHES_LOOK_EVERY = None
