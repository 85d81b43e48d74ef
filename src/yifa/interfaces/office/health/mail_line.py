"""The line of the page that tells how the installation is about the daily e-mails, with what to do where they stay."""

from __future__ import annotations

from django.utils import timezone

from yifa.interfaces.ui.lights import Sign
from yifa.oversight.notices.going_out import GoingOut
from yifa.wording import Language


def mail_line(of: GoingOut, speech: Language) -> tuple[Sign, str, str]:
    """Its light, what it is called, what it says."""
    say = speech.say
    parts = [speech.count("{n} officer asked for one", "{n} officers asked for one", of.wanted)]
    if of.is_set_up:
        parts.append(say("last round {day}", day=speech.day(of.last_round)) if of.last_round else say("no round yet"))
        parts.append(speech.count("{n} waits", "{n} wait", of.waiting))
    if of.in_folder is not None:
        lie = speech.count("{n} file lies in the folder to be carried on", "{n} files lie in the folder", of.in_folder)
        parts.append(lie)
    if of.failed_at is not None:
        at = speech.moment(timezone.localtime(of.failed_at))
        parts.append(say("last try that failed: {moment}", moment=at))
    words = (" · ".join(parts) if speech.tag == "en" else "，".join(parts)) + _remedy(of, speech)
    sign = Sign.AMBER if not of.well else Sign.GREEN if of.wanted else Sign.NONE
    return sign, say("Daily e-mails"), words


def _remedy(of: GoingOut, speech: Language) -> str:
    """What to do; blank where nothing is."""
    say = speech.say
    if of.wanted == 0:
        return ""
    if not of.is_set_up:
        return say(". None is sent: set YIFA_MAIL and YIFA_MAIL_FROM, then start the site and the worker again.")
    if of.failed_at is not None:
        return say(
            ". See whether the mail server can be reached from here, and whether its name, port, certificate and "
            "password in YIFA_MAIL are right; the log says why (“daily e-mail not sent”). It is tried again every "
            "quarter of an hour."
        )
    if of.late:
        return say(". Nobody tried: see whether the worker runs that `yifa serve` starts.")
    return ""
