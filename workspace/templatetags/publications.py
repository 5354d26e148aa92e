"""What pages show of a draft that was handed to the editors."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context
from wagtail.models import Page

from plugins.api.adapters.http import actor_of
from workspace.drafting.recommending import text_digest
from workspace.models import Draft
from workspace.policies.publications import newest_of
from workspace.queries.publications import address_of, newest_publication

register = template.Library()


@register.simple_tag
def text_seen(page: Page) -> str:
    """The sign of the text that stands on the page at this moment: who signs sends it along."""
    return text_digest(newest_of(page.specific))


@register.inclusion_tag("entwuerfe/publication_notice.html", takes_context=True)
def publication_notice(context: Context, draft: Draft) -> dict[str, Any]:
    """Above a draft: that it is with the editors, came back and why, or is published and where."""
    publication = newest_publication(draft)
    actor = actor_of(context["request"])
    return {
        "draft": draft,
        "publication": publication,
        "address": address_of(actor, publication) if publication else "",
    }
