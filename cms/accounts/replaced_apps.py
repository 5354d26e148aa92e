"""Apps of others with a part of ours; they stand in INSTALLED_APPS instead of the original."""

from __future__ import annotations

from allauth.usersessions.apps import UserSessionsConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleAppConfig(WagtailUsersAppConfig):
    """Wagtail's users with our views."""

    user_viewset = "cms.accounts.people_admin.PeopleViewSet"


class SessionsAppConfig(UserSessionsConfig):
    """Signing in writes down the new session; allauth would look through all former ones of the person every time."""

    def ready(self) -> None:
        super().ready()
        from allauth.account.signals import user_logged_in
        from allauth.usersessions.signals import on_user_logged_in

        from cms.accounts.sessions import write_down_session

        user_logged_in.disconnect(on_user_logged_in)
        user_logged_in.connect(write_down_session)
