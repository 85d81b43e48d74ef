"""Signing in by a certificate that a proxy in front of the site asked the browser for and verified; off by default."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import NOBODY_ASKED, page
from yifa.interfaces.office.proxies import certificate_said
from yifa.record.accounts.certificates import NotACertificate, told
from yifa.record.accounts.models import Account


@page("sign-in/certificate/", name="sign_in_certificate", roles=NOBODY_ASKED, methods=("POST",))
def sign_in_certificate(request: HttpRequest) -> HttpResponse:
    """Let in him whose account the certificate is linked to."""
    if not settings.CERTIFICATES:
        raise Http404
    account = _account(certificate_said(request))
    if account is None:
        return render(request, "login/not_known.html", {"by": "certificate"}, status=403)
    return perform_login(request, Login(user=account))  # type: ignore[no-any-return]


def _account(said: str) -> Account | None:
    if not said:
        return None
    try:
        found = Account.objects.filter(certificate=told(said)).first()
    except NotACertificate:
        return None
    return found if found is not None and found.is_active else None
