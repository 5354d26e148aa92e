"""What a WSGI server runs at scale: `granian --interface wsgi cms.project.wsgi:application`, or gunicorn.

It does no background work; one process of `uvicorn cms.project.asgi:application` beside it does.
"""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.production")
application = get_wsgi_application()
