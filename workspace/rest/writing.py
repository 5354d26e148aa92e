"""What all addresses share under which programs write."""

from __future__ import annotations

from plugins.api.adapters.rest_bodies import changed as changed
from plugins.api.adapters.rest_bodies import created as created
