"""How processes tell each other that there is something new: in this one alone, or by Redis."""

from __future__ import annotations

from typing import Any

CAPACITY = 10_000
"""Messages that wait for one process. Each is a few names; what does not fit is forgotten."""


def channel_layers(redis_url: str) -> dict[str, dict[str, Any]]:
    """Channels' setting. An empty channel is waited at for five seconds, so that a server has longer than that."""
    if not redis_url:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer", "CONFIG": {"capacity": CAPACITY}}}
    server = {"address": redis_url, "socket_connect_timeout": 2, "socket_timeout": 10}
    return {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [server], "capacity": CAPACITY},
        }
    }
