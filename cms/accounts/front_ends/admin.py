"""Front ends in Wagtail's admin: the programme office registers, changes and removes them."""

from __future__ import annotations

from typing import Any

from allauth.idp.oidc.models import Client
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.generic import View
from wagtail.admin.menu import MenuItem

from cms.accounts.front_ends.queries import clients
from cms.accounts.front_ends.registering import change, register, remove, renew_secret
from cms.accounts.front_ends.registration_form import RegistrationForm
from cms.accounts.front_ends.scopes import in_words
from plugins.api.access import may, require
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.forms import refuse
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid

TITLE = gettext_lazy("Front ends")


class FrontEndsItem(MenuItem):
    """For whoever looks after front ends."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(may(actor_of(request), "create", Client))


def menu_item() -> MenuItem:
    return FrontEndsItem(TITLE, reverse_lazy("front_ends:list"), name="front-ends", icon_name="link", order=245)


@answers(Rule.STAFF)
@method_decorator(never_cache, name="dispatch")
class FrontEndPage(AdminPage, View):
    """A page about front ends: for whoever looks after them."""

    page_title: Any = TITLE
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(actor_of(request), "create", Client)
        return super().dispatch(request, *args, **kwargs)

    def leads_here(self) -> list[dict[str, Any]]:
        return [{"url": reverse("front_ends:list"), "label": TITLE}]

    def client(self, pk: str) -> Client:
        found: Client = get_object_or_404(clients(actor_of(self.request)), pk=pk)
        return found

    def page(self, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**context))

    def secret_page(self, client: Client, secret: str) -> HttpResponse:
        """It stands in this one answer and nowhere else: no address, session or log ever holds it."""
        self.template_name = "konto/admin/front_end_secret.html"
        self.page_title = _("Secret of “%s”") % client.name
        return self.page(client=client, secret=secret)


class FrontEndList(FrontEndPage):
    """All that are registered."""

    template_name = "konto/admin/front_ends.html"

    def leads_here(self) -> list[dict[str, Any]]:
        return []

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = [
            {
                "name": client.name,
                "id": client.pk,
                "is_public": client.type == Client.Type.PUBLIC,
                "scopes": in_words(client.get_scopes()),
                "created_at": client.created_at,
            }
            for client in clients(actor_of(request)).order_by("name", "pk")
        ]
        return self.page(front_ends=rows)


class FrontEndForm(FrontEndPage):
    """A new front end, or one that is there."""

    template_name = "konto/admin/front_end.html"

    def get(self, request: HttpRequest, pk: str = "") -> HttpResponse:
        client = self.client(pk) if pk else None
        return self._form(RegistrationForm(initial=RegistrationForm.of(client)), client)

    @method_decorator(sensitive_variables("secret"))
    def post(self, request: HttpRequest, pk: str = "") -> HttpResponse:
        client = self.client(pk) if pk else None
        form = RegistrationForm(request.POST)
        if not form.is_valid():
            return self._form(form, client)
        actor = actor_of(request)
        try:
            given = form.registration()
            saved, secret = change(client, given, actor=actor) if client else register(given, actor=actor)
        except Invalid as invalid:
            refuse(form, invalid)
            return self._form(form, client)
        if secret:
            return self.secret_page(saved, secret)
        messages.success(request, _("“%s” is registered like this.") % saved.name)
        return redirect("front_ends:edit", saved.pk)

    def _form(self, form: RegistrationForm, client: Client | None) -> HttpResponse:
        self.page_title = client.name if client else _("Register a front end")
        return self.page(form=form, client=client, is_public=client and client.type == Client.Type.PUBLIC)


class FrontEndSecret(FrontEndPage):
    """A new secret instead of the one that was lost or became known."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, pk: str) -> HttpResponse:
        return redirect("front_ends:edit", self.client(pk).pk)

    @method_decorator(sensitive_variables("secret"))
    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        client = self.client(pk)
        if client.type == Client.Type.PUBLIC:
            return redirect("front_ends:edit", client.pk)
        return self.secret_page(client, renew_secret(client, actor=actor_of(request)))


class FrontEndRemoval(FrontEndPage):
    """Asks first: whoever is signed in there is so no more."""

    template_name = "konto/admin/front_end_remove.html"

    def get(self, request: HttpRequest, pk: str) -> HttpResponse:
        client = self.client(pk)
        self.page_title = _("Remove “%s”?") % client.name
        return self.page(client=client)

    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        client = self.client(pk)
        remove(client, actor=actor_of(request))
        messages.success(request, _("“%s” is removed.") % client.name)
        return redirect("front_ends:list")


app_name = "front_ends"
urlpatterns = [
    path("", FrontEndList.as_view(), name="list"),
    path("new/", FrontEndForm.as_view(), name="new"),
    path("<str:pk>/", FrontEndForm.as_view(), name="edit"),
    path("<str:pk>/secret/", FrontEndSecret.as_view(), name="secret"),
    path("<str:pk>/remove/", FrontEndRemoval.as_view(), name="remove"),
]
