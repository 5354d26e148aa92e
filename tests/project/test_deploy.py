"""Django's own list for real operation finds nothing, behind a name of one's own and on this machine alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.parametrize("hosts", ["forum.example.org", None], ids=["behind a name", "on this machine"])
def test_check_deploy_is_clean(hosts, tmp_path):
    unset = {"DATABASE_URL", "ALLOWED_HOSTS", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment |= {"LERNNETZ_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "cms.project.settings.production"}
    if hosts:
        environment["ALLOWED_HOSTS"] = hosts
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    result = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
