"""The daily e-mail: how much is due, overdue and waiting, and in which matters by their numbers; no name of anybody.

Sent once on a working day to who asked for it, by the worker. One that does not go is tried again a quarter of an hour
later.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from smtplib import SMTPException

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from yifa.interfaces.office.desks import Desk, desk_of
from yifa.interfaces.office.marks import duty_of, tell_far
from yifa.law.catalogue import calendar
from yifa.oversight.notices.mail import Mail
from yifa.oversight.notices.models import Notice, Wish
from yifa.oversight.standing.models import Mark
from yifa.oversight.standing.queries import due_between, overdue, warned_until
from yifa.record.cases.models import Participant
from yifa.record.despatch.approvals import waiting_numbers
from yifa.record.jobs.moments import now
from yifa.record.scope import within
from yifa.wording import Language, language

LOG = logging.getLogger("yifa.jobs")
AGAIN = timedelta(minutes=15)
LISTED = 10
"""So many matters are named."""


def send_due(today: date, *, thorough: bool = False) -> int:
    """Send the e-mails of the day that were not sent yet; how many."""
    of: Mail | None = settings.MAIL
    moment = now()
    if of is None or moment.time() < of.at or calendar().day(today).working is False:
        return 0
    waiting = Wish.objects.exclude(address="").filter(Q(sent_on=None) | Q(sent_on__lt=today))
    waiting = waiting.filter(Q(tried_at=None) | Q(tried_at__lt=moment - AGAIN), account__closed_on=None)
    return sum(_send(wish, of, moment) for wish in waiting.select_related("account").order_by("pk"))


def _send(wish: Wish, of: Mail, moment: datetime) -> bool:
    desk = desk_of(wish.account, moment)
    with within(desk.scope):
        message = compose(desk, of.site, language(settings.CONFIGURATION.lang))
    if message is not None:
        message["To"] = wish.address
        try:
            of.send(message, moment)
        except (OSError, SMTPException) as error:
            LOG.warning("daily e-mail not sent", extra={"said": type(error).__name__})
            Wish.objects.filter(pk=wish.pk).update(tried_at=moment)
            return False
    Wish.objects.filter(pk=wish.pk).update(sent_on=moment.date(), tried_at=None)
    return message is not None


def compose(desk: Desk, site: str, speech: Language) -> EmailMessage | None:
    """The e-mail of a day without its address; None where there is nothing to say."""
    say, today = speech.say, desk.today
    own = Participant.objects.filter(officer=desk.officer, last=None).values("case")
    late = overdue(today).filter(case__in=own)
    due = due_between(today, warned_until(today)).filter(case__in=own)
    counts = {
        "late": late.count(),
        "due": due.count(),
        "steps": len(waiting_numbers(desk.officer, today)),
        "unread": Notice.objects.filter(officer=desk.officer, read_on=None).count(),
    }
    if not any(counts.values()):
        return None
    told = [
        say("Overdue: {late}. Due in three working days: {due}.", late=counts["late"], due=counts["due"]),
        say(
            "Sheets waiting for you: {steps}. Notices unread: {unread}.", **{k: counts[k] for k in ("steps", "unread")}
        ),
        *_listed(say("Overdue"), late, counts["late"], today, speech),
        *_listed(say("Due in three working days"), due, counts["due"], today, speech),
        "",
        say("Sign in to see more: {site}", site=site) if site else say("Sign in to see more."),
        say("You asked for this e-mail. To have it stopped: {to}", to=f"{site}{reverse('notice_wishes')}")
        if site
        else say("You asked for this e-mail; under Notices you can have it stopped."),
    ]
    message = EmailMessage()
    message["Subject"] = say("Yifa, {day}: {n} due or overdue", day=today.isoformat(), n=counts["late"] + counts["due"])
    message.set_content("\n".join(told) + "\n")
    return message


def _listed(title: str, marks: QuerySet[Mark], many: int, today: date, speech: Language) -> list[str]:
    """Some matters under a title, so many of them, and how many there are besides."""
    if not many:
        return []
    lines = [
        "",
        speech.say("{title} ({n})", title=title, n=many),
        *(_line(one, today, speech) for one in marks[:LISTED]),
    ]
    return lines + ([speech.count("and {n} other", "and {n} others", many - LISTED)] if many > LISTED else [])


def _line(mark: Mark, today: date, speech: Language) -> str:
    duty = duty_of(mark.case, mark.duty)
    title = duty.title.zh if speech.tag == "zh" else duty.title.en
    far = "" if mark.due is None else tell_far(mark.due, today, duty, speech)
    day = "" if mark.due is None else mark.due.isoformat()
    colon, comma = ("：", "，") if speech.tag == "zh" else (": ", ", ")
    return f"· {mark.case.number} {title}{colon}{comma.join(part for part in (day, far) if part)}"
