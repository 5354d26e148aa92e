"""Forms of Wagtail's user administration: no passwords, and roles only where the administration fills them in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from cms.accounts.models import User
from cms.accounts.roles import ROLES

FIELDS = ("email", "first_name", "last_name", "function", "groups", "is_superuser")


class RolesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group: Group) -> str:
        return str(ROLES[group.name])


def roles_field() -> RolesField:
    return RolesField(
        Group.objects.filter(name__in=ROLES).order_by("pk"),
        label=_("roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NewPersonForm(UserCreationForm):
    """The account has no password: its owner sets one by “forgot password”."""

    groups = roles_field()

    class Meta:
        model = User
        fields = FIELDS

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class PersonForm(UserEditForm):
    groups = roles_field()

    class Meta:
        model = User
        fields = (*FIELDS, "is_active")


def without_roles(form: forms.ModelForm[Any]) -> forms.ModelForm[Any]:
    """What is left of the form for whoever looks after people but does not hand out roles."""
    for name in ("groups", "is_superuser"):
        form.fields.pop(name, None)
    return form
