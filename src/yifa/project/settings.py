"""Django's settings: what is the same for every installation. What differs is said in `configuration`."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from yifa.project.configuration import Configuration
from yifa.project.database import database
from yifa.project.logs import LINES
from yifa.project.mail import mail
from yifa.project.office import APPS as OFFICE_APPS
from yifa.project.office import MIDDLEWARE as OFFICE_MIDDLEWARE
from yifa.project.office import office
from yifa.record.jobs.keeping import Keeping

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
ALLOWED_HOSTS: list[str] = ["127.0.0.1", "localhost", "[::1]", *CONFIGURATION.hosts]

INSTALLED_APPS = [
    "yifa.record.chain",
    "yifa.record.scope",
    "yifa.record.organs",
    "yifa.record.parties",
    "yifa.record.lists",
    "yifa.record.cases",
    "yifa.record.evidence",
    "yifa.record.despatch",
    "yifa.record.papers",
    "yifa.record.dossiers",
    "yifa.record.access",
    "yifa.record.importing",
    "yifa.record.tokens",
    "yifa.record.deliveries",
    "yifa.record.accounts",
    "yifa.record.announcements",
    "yifa.record.reports",
    "django_tasks_db",
    "yifa.record.jobs",
    "yifa.oversight.standing",
    "yifa.oversight.clues",
    "yifa.oversight.notices",
    *OFFICE_APPS,
]
DATABASES = {"default": database(CONFIGURATION.database, CONFIGURATION.home)}
YIFA_FILES = CONFIGURATION.files if CONFIGURATION.files.parts else CONFIGURATION.home / "files"
"""Where the files of evidence lie."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE = ["yifa.interfaces.api.guarding.guarded", *OFFICE_MIDDLEWARE]
API_MIDDLEWARE = [
    "yifa.interfaces.office.proxies.forwarded",
    "yifa.interfaces.ui.headers.guarded",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""What of it stands before the API: nobody sits at a desk there."""
globals().update(office(CONFIGURATION))
DIGEST = CONFIGURATION.digest
IDLE_SECONDS = CONFIGURATION.idle_minutes * 60
TRAYS = CONFIGURATION.home / "trays"
"""Where what is handed in to be checked lies, and what comes of it."""
REPORTS = CONFIGURATION.home / "reports"
"""Where figure books and annual reports lie; a backup holds them."""
TRAYS_DAYS = CONFIGURATION.trays_days
MOST_HANDED_IN = CONFIGURATION.handed_in_megabytes * 1_000_000
"""Bytes that are taken at once."""
PROXIES: frozenset[str] = frozenset(CONFIGURATION.proxies)
"""Addresses of proxies whose word is taken for where a request comes from."""
CERTIFICATES: bool = CONFIGURATION.certificates and bool(PROXIES)
"""Whether one may sign in by a certificate that such a proxy verified."""
SIGN_IN_SERVICE = CONFIGURATION.oidc_name if CONFIGURATION.oidc_issuer and CONFIGURATION.oidc_client else ""
"""What the office's own sign-in service is called, where there is one."""
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
"""So long nobody is let in under a name after five wrong tries."""
ROOT_URLCONF = "yifa.project.urls"
APPEND_SLASH = False
API_REQUESTS_A_MINUTE = CONFIGURATION.requests
API_LARGEST_BODY = 20_000_000
"""Bytes of one request: a ledger of some ten thousand cases."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
JOBS_AFTERWARDS = [
    "yifa.oversight.standing.following.follow",
    "yifa.oversight.notices.following.follow",
    "yifa.interfaces.office.notices.digest.send_due",
    "yifa.interfaces.office.handed_in.forgetting.forget",
    "yifa.interfaces.office.exports.tasks.forgetting",
]
"""What the worker does after each round, beside the jobs of the record."""
FORGETS = [
    "yifa.record.evidence.forgetting.forget_files",
    "yifa.record.papers.forgetting.forget_drafts",
    "yifa.record.jobs.forgetting.forget_words",
    "yifa.interfaces.office.exports.forgetting.forget_lists",
    "yifa.interfaces.office.views.forgetting.forget_views",
    "yifa.interfaces.office.handed_in.forgetting.forget_words",
]
"""What lets its own go when a party is forgotten: every room that keeps more of cases than chained rows."""
VERIFIES = [
    "yifa.interfaces.office.reports.in_chain.told_faults",
]
"""What looks at its own when the record is verified at night: every room above the record that keeps files of it."""
EXPORTS = {
    "cases": "yifa.interfaces.office.cases.exporting.sheet",
    "clues": "yifa.interfaces.office.clues.export.sheet",
    "holdings": "yifa.interfaces.office.holdings.pages.sheet",
    "log-operations": "yifa.interfaces.office.logs.exporting.operations",
    "log-sign_ins": "yifa.interfaces.office.logs.exporting.entrances",
    "log-file_readings": "yifa.interfaces.office.logs.exporting.read_files",
}
"""What can be exported in the background, and what tells its columns and rows."""
MAIL = mail(CONFIGURATION)
KEEPING = Keeping(
    home=CONFIGURATION.home,
    files=CONFIGURATION.files if CONFIGURATION.files.parts else CONFIGURATION.home / "files",
    backups=CONFIGURATION.backups if CONFIGURATION.backups.parts else CONFIGURATION.home / "backups",
    backups_kept=CONFIGURATION.backups_kept,
    seal_at=CONFIGURATION.seal_at,
    backup_at=CONFIGURATION.backup_at,
    authorities=CONFIGURATION.authorities if CONFIGURATION.authorities.parts else None,
)

LOGGING = LINES

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
