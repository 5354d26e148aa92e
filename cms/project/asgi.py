"""What an ASGI server runs: `uvicorn cms.project.asgi:application`. The worker runs in the same process."""

from __future__ import annotations

import gc
import os
import threading
from contextlib import suppress

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.production")
django_application = get_wsgi_application()

from cms.project import env  # noqa: E402
from cms.project.serving import Process  # noqa: E402
from plugins.api import worker  # noqa: E402
from plugins.api.access import ANONYMOUS  # noqa: E402
from plugins.api.adapters.sockets.routing import SocketDoor  # noqa: E402
from search.engine import EngineUnavailable, SearchQuery  # noqa: E402
from search.finding import find  # noqa: E402

ROUND = 10_000
"""New objects, more than were given back, after which the garbage collector looks at them."""


def work(stop: threading.Event) -> None:
    """The first question of a process loads the dictionaries; better now than when somebody waits for the answer.

    What stays for the life of the process is taken out of the garbage collector's rounds, which then cost a tenth less;
    and the rounds come after some requests instead of several times in each of them, which is worth another tenth.
    """
    with suppress(EngineUnavailable):
        find(SearchQuery("Wohnung"), actor=ANONYMOUS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(ROUND, 20, 20)
    worker.run(stop)


application = Process(
    django_application, work, sockets=SocketDoor(), threads=env.number("LERNNETZ_THREADS", 4, least=1, most=64)
)
