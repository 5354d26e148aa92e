"""What an ASGI server runs: `uvicorn cms.project.asgi:application`. The worker runs in the same process."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.production")
django_application = get_wsgi_application()

from cms.project import env  # noqa: E402
from cms.project.serving import Process  # noqa: E402
from plugins.api import worker  # noqa: E402

application = Process(django_application, worker.run, threads=env.number("LERNNETZ_THREADS", 4, least=1, most=64))
