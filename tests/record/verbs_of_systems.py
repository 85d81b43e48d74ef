"""The verbs of other systems: tokens by which they work, and subscriptions by which they are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.record.register import CLERK, TODAY, Register
from tests.record.there import officer
from yifa.record.deliveries.actions import change_key, subscribe, unsubscribe
from yifa.record.deliveries.models import Subscription
from yifa.record.tokens.actions import issue, revoke
from yifa.record.tokens.models import Token

LAST = date(2026, 12, 31)
ADDRESS = "https://oa.qingping.example/yifa"


def prepare(held: Register) -> None:
    """A token and a subscription."""
    issue(officer(), "办公系统", actor=CLERK, on=TODAY, last=LAST)
    subscribe(officer(), "办公系统", ADDRESS, actor=CLERK, on=TODAY)


VERBS: dict[str, Callable[[], object]] = {
    "issue_token": lambda: issue(officer(), "缴费系统", actor=CLERK, on=TODAY, last=LAST, writes=True),
    "revoke_token": lambda: revoke(Token.objects.get(), actor=CLERK, on=TODAY),
    "subscribe": lambda: subscribe(officer(), "缴费系统", ADDRESS, actor=CLERK, on=TODAY),
    "unsubscribe": lambda: unsubscribe(Subscription.objects.get(), actor=CLERK, last=TODAY),
    "change_key": lambda: change_key(Subscription.objects.get(), actor=CLERK, on=TODAY),
}
