"""How e-mail leaves this installation, as its settings say it."""

from __future__ import annotations

from yifa.oversight.notices.mail import Mail, WrongMail
from yifa.project.configuration import Configuration, WrongSetting


def mail(of: Configuration) -> Mail | None:
    """How e-mail is sent; None where none is. Raises `WrongSetting`."""
    if not of.mail:
        return None
    try:
        return Mail(of.mail, of.mail_from, of.mail_at, of.site.rstrip("/"))
    except WrongMail as error:
        raise WrongSetting(f"YIFA_MAIL or YIFA_MAIL_FROM: {error}") from None
