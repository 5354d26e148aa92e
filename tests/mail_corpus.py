"""Every mail that the forum sends, once: for tests, and to look at.

    .venv/bin/python tests/mail_corpus.py FOLDER

writes each as a file of text, a file of HTML, and pictures at two widths, in light and dark.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path
from types import SimpleNamespace

WIDTHS = (600, 360)  # pixels
HREF = "https://forum.example/cms/pages/7/edit/?a=1&b=2"
OF_WAGTAIL = {
    "review_asked": "task_state_submitted",
    "review_begun": "workflow_state_submitted",
    "approved": "workflow_state_approved",
    "changes_asked": "workflow_state_rejected",
    "commented": "updated_comments",
}
"""The templates of mails that Wagtail sends, and what Wagtail calls them."""
LAYOUTS = {"base", "from_wagtail"}


def names() -> list[str]:
    """Of all templates in templates/mails that are mails."""
    folder = Path(__file__).parents[1] / "templates" / "mails"
    return sorted(path.stem for path in folder.glob("*.html") if path.stem not in LAYOUTS)


def example(name: str) -> dict[str, str]:
    """Subject, text and HTML of one mail, in the language of the moment."""
    from plugins.api.mails import made_mail

    if name in OF_WAGTAIL:
        return of_wagtail(OF_WAGTAIL[name])
    context: dict[str, object] = {"url": HREF}
    if name == "from_allauth":
        context = {"subject": "Ihr Passwort ist geändert", "lines": ["Jemand hat es geändert.", "", "Von: <Firefox>"]}
    if name == "notifications":
        context |= {
            "subject": "Ihre Mitteilungen aus dem Forum",
            "lines": [
                "Ein neuer Beitrag zu einem Thema, dem Sie folgen",
                "Eine Zusammenfassung wartet auf die Freigabe",
            ],
            "preferences_url": "https://forum.example/konto/mitteilungen/",
            "leave_url": "https://forum.example/mitteilungen/beenden/abc/",
        }
    mail = made_mail(f"mails/{name}.html", context, to=["mitglied@forum.example"])
    return {"subject": mail.subject, "text": str(mail.body), "html": str(mail.alternatives[0][0])}


def of_wagtail(name: str) -> dict[str, str]:
    """The parts that Wagtail renders."""
    from django.conf import settings
    from django.template.loader import render_to_string
    from django.utils.translation import get_language

    profile = SimpleNamespace(get_preferred_language=get_language)
    context = {
        "settings": settings,
        "page": SimpleNamespace(pk=7, title="Geheimer Titel"),
        "user": SimpleNamespace(wagtail_userprofile=profile),
    }
    files = {"subject": f"{name}_subject.txt", "text": f"{name}.txt", "html": f"{name}.html"}
    return {
        part: render_to_string(f"wagtailadmin/notifications/{file}", context).strip() for part, file in files.items()
    }


def main(folder: Path) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.test")
    django.setup()
    folder.mkdir(parents=True, exist_ok=True)
    for name in names():
        parts = example(name)
        (folder / f"{name}.txt").write_text(f"{parts['subject']}\n\n{parts['text']}", encoding="utf-8")
        (folder / f"{name}.html").write_text(parts["html"], encoding="utf-8")
    take_pictures(folder)


def take_pictures(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width, scheme in product(WIDTHS, ("light", "dark")):
            page = chromium.new_page(viewport={"width": width, "height": 500}, color_scheme=scheme)
            for name in names():
                page.goto((folder / f"{name}.html").absolute().as_uri())
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        chromium.close()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main(Path(sys.argv[1]))
