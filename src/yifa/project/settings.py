"""Django's settings: what is the same for every installation. What differs is said in `configuration`."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from yifa.project.configuration import Configuration
from yifa.project.database import database

CONFIGURATION = Configuration.from_environment()


def _secret(home: Path) -> str:
    """The secret of this installation, made when it is first needed and readable by its owner alone."""
    path = home / "secret"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = SimpleLazyObject(partial(_secret, CONFIGURATION.home))
DEBUG = False
ALLOWED_HOSTS: list[str] = ["127.0.0.1", "localhost"]

INSTALLED_APPS = [
    "yifa.record.chain",
    "yifa.record.scope",
    "yifa.record.organs",
    "yifa.record.parties",
    "yifa.record.cases",
    "yifa.record.despatch",
    "yifa.record.access",
]
DATABASES = {"default": database(CONFIGURATION.database, CONFIGURATION.home)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE: list[str] = []

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
