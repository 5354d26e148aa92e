"""What the office's page of an application shows of its assessments."""

from __future__ import annotations

from django import template
from django.template.context import Context

from plugins.api.adapters.http import actor_of
from plugins.membership.models import Application
from plugins.membership.queries import assessments

register = template.Library()


@register.simple_tag(takes_context=True)
def assessments_of(context: Context, application: Application) -> assessments.Overview:
    """`{% assessments_of application as overview %}`: who was asked and what they say, for the office alone."""
    return assessments.assessments_of(actor_of(context["request"]), application)
