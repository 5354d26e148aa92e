"""What a process finds done that another one did while it waited."""

from __future__ import annotations

import pytest
from django.core.files.storage import storages
from django.test import override_settings

from cms.project import preparing


@pytest.fixture
def static_root(tmp_path, settings):
    root = tmp_path / "static"
    with override_settings(
        STATIC_ROOT=root,
        STORAGES={**settings.STORAGES, "staticfiles": {"BACKEND": "cms.project.static_files.StaticStorage"}},
    ):
        yield root


def test_the_names_of_style_sheets_are_read_again_when_somebody_else_collected_them(static_root, monkeypatch):
    early = storages["staticfiles"]
    assert early.hashed_files == {}
    static_root.mkdir()
    (static_root / "staticfiles.json").write_text('{"version": "1.1", "paths": {"a.css": "a.1.css"}, "hash": "1"}')
    monkeypatch.setattr(preparing, "_static_fingerprint", lambda: "same")
    (static_root / "collected").write_text("same")
    preparing.collect_static(print)
    assert early.hashed_files == {"a.css": "a.1.css"}
