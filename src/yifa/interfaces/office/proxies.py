"""What a proxy in front of the site says of a request, taken from proxies that are named in the settings alone.

From anybody else its headers are taken away before anything else looks at the request: whoever writes them himself is
not believed.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FORWARDED_FOR, FORWARDED_PROTO = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO"
CERTIFICATE, VERIFIED = "HTTP_YIFA_CLIENT_CERTIFICATE", "HTTP_YIFA_CLIENT_VERIFIED"
"""`Yifa-Client-Certificate`: the certificate (PEM, percent-encoded) or its fingerprint; the other: SUCCESS."""


def forwarded(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let every request say where it really comes from."""

    def answering(request: HttpRequest) -> HttpResponse:
        meta = request.META
        if settings.PROXIES:
            if meta.get("REMOTE_ADDR") in settings.PROXIES:
                last = meta.get(FORWARDED_FOR, "").rpartition(",")[2].strip()
                meta["REMOTE_ADDR"] = last or meta["REMOTE_ADDR"]
            else:
                for name in (FORWARDED_FOR, FORWARDED_PROTO, CERTIFICATE, VERIFIED):
                    meta.pop(name, None)
        else:
            for name in (CERTIFICATE, VERIFIED):
                meta.pop(name, None)
        return answer(request)

    return answering


def certificate_said(request: HttpRequest) -> str:
    """The certificate that a trusted proxy verified; blank where none did, or where it is not asked for."""
    if not settings.CERTIFICATES or request.META.get(VERIFIED) != "SUCCESS":
        return ""
    return str(request.META.get(CERTIFICATE, ""))
