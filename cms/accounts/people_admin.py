"""People in Wagtail's admin: the office makes and changes accounts, only the administration hands out roles.

Wagtail itself would let everybody who may change accounts make administrators and set their passwords.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.views import generic
from wagtail.users.views import users as wagtail_users

from cms.accounts.actions import erase_person
from cms.accounts.models import User
from cms.accounts.people_forms import NewPersonForm, PersonForm, without_roles
from plugins.api.access import may
from plugins.api.adapters.http import actor_of


class PeopleList(wagtail_users.IndexView):
    """One by one: what Wagtail offers for several at once asks about none of them."""

    page_title = _("People")
    add_item_label = _("Add a person")

    @property
    def columns(self) -> list[Any]:
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]

    def get_delete_url(self, instance: User) -> str | None:
        if may(actor_of(self.request), "erase", instance):
            return reverse(self.delete_url_name, args=(instance.pk,))
        return None


class RolesByAdministration:
    """The fields for roles are there for superusers only."""

    request: HttpRequest

    def get_form(self, form_class: type[ModelForm[Any]] | None = None) -> ModelForm[Any]:
        form = super().get_form(form_class)  # type: ignore[misc]
        return form if self.request.user.is_superuser else without_roles(form)


class NewPerson(RolesByAdministration, wagtail_users.CreateView):
    success_message = _("“%(object)s” has an account. The first password is set through “Forgot your password?”.")


class EditPerson(RolesByAdministration, wagtail_users.EditView):
    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = bool(may(actor_of(request), "erase", self.object))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _insist(request, "edit", self.object)
        return super().dispatch(request, *args, **kwargs)


class ErasePerson(generic.DeleteView):
    """Accounts are not deleted: what is personal goes, works keep their history."""

    permission_required = "change"
    page_title = _("Erase personal data")
    success_message = _("The personal data are erased.")
    template_name = "konto/admin/erase.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _insist(request, "erase", self.object)
        return super().dispatch(request, *args, **kwargs)

    def get_usage_url(self) -> None:
        """What points to the account goes on pointing to it, and is no reason against erasing."""

    def delete_action(self) -> None:
        erase_person(self.object, actor=actor_of(self.request))


class PeopleViewSet(wagtail_users.UserViewSet):
    index_view_class = PeopleList
    add_view_class = NewPerson
    edit_view_class = EditPerson
    delete_view_class = ErasePerson
    copy_view_enabled = False
    menu_label = _("People")
    icon = "user"
    # Wagtail's templates name its fields one by one; the generic ones show those that the form has
    template_prefix = ""

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:
        return PersonForm if for_update else NewPersonForm


def _insist(request: HttpRequest, verb: str, person: User) -> None:
    decision = may(actor_of(request), verb, person)
    if not decision:
        raise PermissionDenied(decision.reason)
