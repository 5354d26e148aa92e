"""What a plugin is: a Django app that says who it is and yields its extensions."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any, ClassVar, Final

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from packaging.specifiers import InvalidSpecifier, SpecifierSet

API_VERSION: Final = "1.0"
"""The second number is raised when something is added, the first when something that was promised is taken away."""


class Plugin(AppConfig):
    """Base class of every plugin, cms and search included. `extensions()` is the only registration."""

    title: ClassVar[str | Promise]
    requires_api: ClassVar[int | str] = 1
    """Versions of the plugin API that it works with: a range as in packages, such as `>=1.2,<2`; 1 is every 1.x."""
    is_core: ClassVar[bool] = False
    can_be_switched_off: ClassVar[bool] = True
    """False for what everything else stands on, such as who is a member; what is core can never be switched off."""
    starts_switched_on: ClassVar[bool] = False
    """Whether it is at work before the programme office has said anything about it."""
    secret_fields: ClassVar[tuple[str, ...]] = ()
    """Fields (`model.field`) that never leave the database, beside those whose name says that they hold a secret."""

    def __init__(self, app_name: str, app_module: Any) -> None:
        """Two packages with one label would share tables and addresses; Django's refusal names neither."""
        super().__init__(app_name, app_module)
        other = None if apps.ready else apps.app_configs.get(self.label)
        if other is not None and other.name != self.name:
            raise ImproperlyConfigured(
                f"“{other.name}” and “{self.name}” both have the label “{self.label}”. "
                "Take one of them out of LERNNETZ_PLUGINS."
            )

    @property
    def fits(self) -> bool:
        """Whether it works with this plugin API. What does not is left out: nothing of it runs, and its tables stay."""
        wanted = f"=={self.requires_api}.*" if isinstance(self.requires_api, int) else self.requires_api
        try:
            return SpecifierSet(wanted).contains(API_VERSION)
        except InvalidSpecifier as error:
            raise ImproperlyConfigured(
                f"Plugin “{self.name}” asks for plugin API “{self.requires_api}”, which is no range of versions."
            ) from error

    @property
    def is_fixed(self) -> bool:
        """Whether nobody can switch it off."""
        return self.is_core or not self.can_be_switched_off

    def import_models(self) -> None:
        """What does not fit may use what is no longer there: not even its models are imported."""
        if self.fits:
            super().import_models()
            return
        self.models = {}
        self.module = ModuleType(self.name)  # so that nobody finds hooks or other modules in it
        self.ready = lambda: None  # type: ignore[method-assign]
        settings.MIGRATION_MODULES = {**settings.MIGRATION_MODULES, self.label: None}

    def extensions(self) -> Iterator[Any]:
        """Yield the records that this plugin plugs in; called once, after start-up."""
        yield from ()
