"""The site as a WSGI application: what `yifa serve` serves."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
application = get_wsgi_application()
