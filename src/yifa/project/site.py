"""The site as a WSGI application: what `yifa serve` serves."""

from __future__ import annotations

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
application = get_wsgi_application()

SHARE_SECONDS = 0.001
"""So long a thread works on while another wants to: who holds the write lock waits less for that than for a commit."""
sys.setswitchinterval(SHARE_SECONDS)
