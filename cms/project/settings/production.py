"""Settings of a real forum: everything from the environment (`contract`: see README, “Configuration”)."""

from cms.project.settings.base import *  # noqa: F403
