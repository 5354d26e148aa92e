"""The office's pages about plugins: what there is, and switching on, off and away, each asked before it is done."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from cms.actions import plugins as actions
from cms.queries.plugins import is_in_groups, plugin_called, removed_plugins, shown_plugins
from plugins.api import removing
from plugins.api.access import may, require
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.models import PluginSwitch
from plugins.api.plugin import Plugin
from plugins.api.registry import registry
from plugins.api.switching import where


class PluginsItem(MenuItem):
    """For whoever decides about plugins."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(may(actor_of(request), "create", PluginSwitch))


def plugins_menu_item() -> MenuItem:
    url = reverse_lazy("plugins_desk:list")
    return PluginsItem(gettext_lazy("Plugins"), url, name="plugins", icon_name="cogs", order=9000)


class OfficePage(AdminPage, TemplateView):
    """Nobody else comes here, whatever the address names."""

    header_icon = "cogs"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(actor_of(request), "create", PluginSwitch)
        return super().dispatch(request, *args, **kwargs)


@answers(Rule.STAFF)
class PluginsView(OfficePage):
    """What there is, where it is at work, and what is wrong with it."""

    template_name = "editing/plugins.html"
    page_title = gettext_lazy("Plugins")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        actor = actor_of(self.request)
        installed = {plugin.label for plugin in registry.plugins}
        gone = [one for one in removed_plugins(actor) if one.plugin not in installed]
        return super().get_context_data(
            shown=shown_plugins(actor), gone=gone, left_out=registry.left_out, keeps=actions.EXPORT_FOR.days, **kwargs
        )


class PluginPage(OfficePage, ABC):
    """A question about one plugin; a button does what it says, and nothing else does."""

    done: Any = ""

    @cached_property
    def plugin(self) -> Plugin:
        return plugin_called(self.kwargs["label"])

    def leads_here(self) -> list[dict[str, Any]]:
        return [{"url": reverse("plugins_desk:list"), "label": _("Plugins")}]

    def get_page_subtitle(self) -> str:
        return str(self.plugin.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(plugin=self.plugin, where=where(self.plugin), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.act()
        except Refused as refusal:
            messages.error(request, refusal.reason)
            return self.render_to_response(self.get_context_data())
        except Invalid as invalid:
            messages.error(request, str(invalid))  # the field stands below a long list
            return self.render_to_response(self.get_context_data(errors=invalid.errors))
        messages.success(request, self.done % {"name": self.plugin.title})
        return redirect("plugins_desk:list")

    @abstractmethod
    def act(self) -> None:
        """Raises Refused and Invalid; what was typed stays."""


@answers(Rule.STAFF)
class SwitchOnView(PluginPage):
    template_name = "editing/plugin_on.html"
    page_title = gettext_lazy("Switch on")
    done = gettext_lazy("“%(name)s” is switched on.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(is_in_groups=is_in_groups(self.plugin), **kwargs)

    def act(self) -> None:
        actions.switch_on(self.plugin, actor=actor_of(self.request))


@answers(Rule.STAFF)
class SwitchOffView(PluginPage):
    template_name = "editing/plugin_off.html"
    page_title = gettext_lazy("Switch off")
    done = gettext_lazy("“%(name)s” is switched off. What was stored stays.")

    def act(self) -> None:
        actions.switch_off(self.plugin, actor=actor_of(self.request))


@answers(Rule.STAFF)
class RemoveView(PluginPage):
    """Says what goes, and asks for the name, so that nobody does it by a slip."""

    template_name = "editing/plugin_remove.html"
    page_title = gettext_lazy("Remove for good")
    done = gettext_lazy("“%(name)s” is removed. A copy of what it had stored is kept for 30 days.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plugin = self.plugin
        closed = [
            model._meta.verbose_name_plural
            for model in removing.models_of(plugin)
            if removing.is_for_their_eyes_only(model)
        ]
        return super().get_context_data(
            stored=removing.stored(plugin),
            elsewhere=removing.kept_elsewhere(plugin),
            closed=closed,
            typed=self.request.POST.get("typed", ""),
            keeps=actions.EXPORT_FOR.days,
            **kwargs,
        )

    def act(self) -> None:
        actions.remove_for_good(self.plugin, typed=self.request.POST.get("typed", ""), actor=actor_of(self.request))


@answers(Rule.STAFF)
@require_GET
def copy_of_removed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The copy of what a removed plugin had stored."""
    actor = actor_of(request)
    require(actor, "create", PluginSwitch)
    gone = removed_plugins(actor).filter(pk=pk).first()
    if gone is None:
        raise Missing
    try:
        content = actions.opened_copy(gone, actor=actor)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("plugins_desk:list")
    response = FileResponse(content, as_attachment=True, filename=f"{gone.plugin}.zip", content_type="application/zip")
    response["Cache-Control"] = "no-store"
    return response
