"""Tokens as a part of the site."""

from django.apps import AppConfig


class TokensConfig(AppConfig):
    """Tokens, and what was answered to them."""

    name = "yifa.record.tokens"
    label = "tokens"
