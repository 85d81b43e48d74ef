"""Django's settings for one person at one machine (`yifa open`): no database, no accounts, the places for files."""

from __future__ import annotations

import secrets

from yifa.project.office import office
from yifa.project.settings import *  # noqa: F403 - what is the same for both
from yifa.project.settings import CONFIGURATION
from yifa.project.settings import INSTALLED_APPS as ALL_APPS

globals().update(office(CONFIGURATION))
globals().update(SECRET_KEY=secrets.token_urlsafe(50), DATABASES={})
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = [name for name in ALL_APPS if not name.startswith(("allauth", "axes", "django_tasks_db"))]
ROOT_URLCONF = "yifa.interfaces.office.alone.urls"
MIDDLEWARE = [
    "yifa.interfaces.ui.headers.guarded",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "yifa.interfaces.ui.speaking.spoken",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yifa.interfaces.office.handed_in.receiving.bounded",
    "yifa.interfaces.office.alone.entering.entered",
]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
TASKS = {"default": {"BACKEND": "yifa.interfaces.office.alone.waiting_line.WaitingLine"}}
