"""The site as a WSGI application: what `yifa serve` serves."""

from __future__ import annotations

import gc
import os
import sys
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
application = get_wsgi_application()

from yifa.interfaces.office.warming import warm  # noqa: E402 - rooms with tables are there only now

SHARE_SECONDS = 0.001
"""So long a thread works on while another wants to: who holds the write lock waits less for that than for a commit."""
sys.setswitchinterval(SHARE_SECONDS)

ALONE = "yifa.project.alone"
"""The settings of a site for one person, who waits for it."""

if os.environ["DJANGO_SETTINGS_MODULE"] == ALONE:
    Thread(target=warm, daemon=True).start()
else:
    warm()
    gc.collect()
    gc.freeze()  # what is there now stays: to look through all of it would let everybody wait a quarter of a second
