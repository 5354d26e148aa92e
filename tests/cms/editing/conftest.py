from __future__ import annotations

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.models import KINDS, KnowledgeIndex


@pytest.fixture
def entry_data():
    """The form of an entry as a browser sends it."""

    def data(text="<p>Der Kurs kommt ins Dorf.</p>", kind="good_practice", **fields):
        model = KINDS[kind]
        said = {
            **{
                name: streamfield([("text", rich_text(f"<p>{name}</p>"))] if name in model.expected_sections else [])
                for name in model.sections
            },
            "title": "Kurs ohne Bus",
            "slug": "kurs-ohne-bus",
            "summary": "Ein Kurs kommt ins Dorf.",
            "confidentiality": "members",
            "quotability": "yes",
            "body": streamfield([("text", rich_text(text))]),
            "comments": inline_formset([]),
            "tags": "",
            **fields,
        }
        return nested_form_data(said)

    return data


@pytest.fixture
def create_address(forum):
    def address(kind="goodpractice"):
        return f"/cms/pages/add/cms/{kind}/{KnowledgeIndex.objects.get().pk}/"

    return address
