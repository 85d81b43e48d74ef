"""Signing in by the office's own sign-in service (OpenID Connect), where there is one.

The service says who somebody is; which account that is says the account itself (`outside_name`), written there by the
system administrator. Nobody gets an account by signing in there, and nothing the service tells is kept.
"""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.interfaces.office.declaring import NOBODY_ASKED, page
from yifa.record.accounts.models import Account

SERVICE = "office"
"""The one service, in addresses."""


@page("sign-in/<slug:provider_id>/", name="openid_connect_login", roles=NOBODY_ASKED)
def to_service(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the service, to sign in there."""
    answer: HttpResponse = views.login(request, provider_id)
    return answer


@page("sign-in/<slug:provider_id>/back/", name="openid_connect_callback", roles=NOBODY_ASKED)
def from_service(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the service with its word for who it is."""
    answer: HttpResponse = views.callback(request, provider_id)
    return answer


class Outside(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """How the service's word is taken."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account that is linked to whom the service names; an answer to whom nobody linked."""
        name = str(sociallogin.account.uid)
        found = Account.objects.filter(outside_name=name).first() if name else None
        if found is None or not found.is_active:
            raise ImmediateHttpResponse(render(request, "login/not_known.html", {"by": "service"}, status=403))
        sociallogin.user = found

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The service did not answer, or not so that it can be believed."""
        raise ImmediateHttpResponse(render(request, "login/not_known.html", {"by": "error"}, status=502))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Not told by mail."""
