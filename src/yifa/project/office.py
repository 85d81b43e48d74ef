"""Django's settings for what people sit at: templates, assets, signing in, and what browsers are told to refuse."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from yifa.project.configuration import Configuration

_INTERFACES = Path(__file__).resolve().parent.parent / "interfaces"
ROOMS = tuple(_INTERFACES / name for name in ("ui", "office"))
"""The rooms with templates and assets."""
HTMX = "django_htmx/htmx-2.min.js"

APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "yifa.interfaces.ui",
    "yifa.interfaces.office",
    "yifa.interfaces.office.views",
    "yifa.interfaces.office.exports",
)
MIDDLEWARE = (
    "yifa.interfaces.office.proxies.forwarded",
    "yifa.interfaces.ui.headers.guarded",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yifa.interfaces.ui.speaking.spoken",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yifa.interfaces.office.handed_in.receiving.bounded",
    "allauth.account.middleware.AccountMiddleware",
    "yifa.interfaces.office.entering.entered",
    "axes.middleware.AxesMiddleware",
)


def office(of: Configuration) -> Mapping[str, Any]:
    """The settings by their names."""
    return {
        "TEMPLATES": [_templates(), _templates_of_parts()],
        "STATIC_URL": f"/static/{_assets_digest()}/",
        "STATICFILES_DIRS": [("leaflets", str(_INTERFACES / "leaflets" / "assets"))],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "WHITENOISE_IMMUTABLE_FILE_TEST": r"^.+$",
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "allauth.account.auth_backends.AuthenticationBackend",
        ],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"yifa.record.accounts.passwords.{name}", "OPTIONS": options}
            for name, options in (
                ("LongEnough", {"min_length": 10}),
                ("UnlikeTheName", {"user_attributes": ("username",)}),
                ("NotCommon", {}),
                ("SeveralKinds", {}),
            )
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "workbench",
        **_signing_in(),
        **_sign_in_service(of),
        **_cookies(https=of.https),
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [path for room in ROOMS for path in sorted({*room.rglob("templates")})],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "yifa.interfaces.ui.templating.environment",
            "context_processors": ["yifa.interfaces.ui.speaking.words", "yifa.interfaces.office.frame.framed"],
        },
    }


def _templates_of_parts() -> dict[str, Any]:
    """For what parts we use bring themselves, such as the drawing of a code; our own templates come first."""
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }


def _assets_digest() -> str:
    """A digest of all assets: with a new release every address is a new one, and browsers may keep what they have."""
    found = hashlib.sha256()
    kept = (*(room.rglob("static/**/*") for room in ROOMS), (_INTERFACES / "leaflets" / "assets").glob("*.css"))
    for path in sorted(one for several in kept for one in several if one.is_file()):
        found.update(path.name.encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _signing_in() -> dict[str, Any]:
    """allauth asks for name and password, then for the code; axes closes the door for who tries too often.

    What they remember for a moment stands in the database: a code that was used is used up in every process.
    """
    return {
        "ACCOUNT_ADAPTER": "yifa.interfaces.office.login.adapters.Accounts",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": "username",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_EMAIL_NOTIFICATIONS": False,
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_PRESERVE_USERNAME_CASING": False,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 600,
        "ACCOUNT_RATE_LIMITS": {"login": "60/m/ip", "login_failed": False},
        "MFA_ADAPTER": "yifa.interfaces.office.login.adapters.SecondFactors",
        "MFA_FORMS": {
            "authenticate": "yifa.interfaces.office.login.codes.CodeOnce",
            "reauthenticate": "yifa.interfaces.office.login.codes.CodeAgainOnce",
            "activate_totp": "yifa.interfaces.office.login.codes.FirstCode",
        },
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes", "webauthn"],
        "MFA_PASSKEY_LOGIN_ENABLED": False,
        "MFA_TOTP_ISSUER": "Yifa",
        "MFA_TOTP_TOLERANCE": 1,
        "AXES_LOCKOUT_PARAMETERS": ["username"],
        "AXES_USERNAME_CALLABLE": "yifa.interfaces.office.login.names.name_tried",
        "AXES_LOCKOUT_CALLABLE": "yifa.interfaces.office.login.pages.locked_out",
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_ENABLE_ADMIN": False,
        "AXES_ENABLE_ACCESS_FAILURE_LOG": True,
        "AXES_VERBOSE": False,
        "SILENCED_SYSTEM_CHECKS": ["axes.W001", "axes.W004", "axes.W006"],
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "accounts_remembered",
                "OPTIONS": {"MAX_ENTRIES": 10_000},
            }
        },
    }


def _sign_in_service(of: Configuration) -> dict[str, Any]:
    """The office's own sign-in service (OpenID Connect), where one is named."""
    found: dict[str, Any] = {
        "SOCIALACCOUNT_ADAPTER": "yifa.interfaces.office.login.outside.Outside",
        "SOCIALACCOUNT_LOGIN_ON_GET": True,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_PROVIDERS": {},
    }
    if of.oidc_issuer and of.oidc_client:
        secret = of.oidc_secret.read_text(encoding="utf-8").strip() if of.oidc_secret.parts else ""
        service = {
            "provider_id": "office",
            "name": of.oidc_name,
            "client_id": of.oidc_client,
            "secret": secret,
            "settings": {"server_url": of.oidc_issuer, "uid_field": of.oidc_claim},
        }
        found["SOCIALACCOUNT_PROVIDERS"] = {"openid_connect": {"APPS": [service], "OAUTH_PKCE_ENABLED": True}}
    return found


def _cookies(*, https: bool) -> dict[str, Any]:
    """Cookies that no script reads and no other site sends; over https alone where the site is reached so."""
    return {
        "SESSION_ENGINE": "yifa.interfaces.office.login.sessions",
        "SESSION_COOKIE_NAME": "yifa_session",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_COOKIE_AGE": 12 * 3600,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_NAME": "yifa_csrf",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_SECURE": https,
        "CSRF_USE_SESSIONS": False,
        "CSRF_FAILURE_VIEW": "yifa.interfaces.office.errors.form_too_old",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin" if https else None,
        "SECURE_HSTS_SECONDS": 31_536_000 if https else 0,
        "SECURE_SSL_REDIRECT": False,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if https else None,
        "X_FRAME_OPTIONS": "DENY",
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 2_500_000,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 2000,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 500,
    }
