"""Accounts as a part of the site."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts of officers."""

    name = "yifa.record.accounts"
    label = "accounts"
