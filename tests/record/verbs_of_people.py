"""The verbs of accounts, announcements and clues, of issued reports, and of a party that is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from tests.record.evidence.files import PNG
from tests.record.register import BEGAN, CLERK, NOW, TODAY, Register
from tests.record.there import WITH_REASON, case, officer, organ
from yifa.oversight.clues import actions as clues
from yifa.oversight.clues.choices import Sort as ClueSort
from yifa.oversight.clues.choices import Verdict
from yifa.oversight.clues.models import Clue
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.accounts import actions as accounts
from yifa.record.accounts.models import Account
from yifa.record.announcements import actions as announcements
from yifa.record.announcements.models import Announcement
from yifa.record.cases import actions as cases
from yifa.record.cases.choices import Role
from yifa.record.cases.drafts import keep_draft
from yifa.record.cases.ending import end_organ
from yifa.record.cases.forgetting import forget_party
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.organs.actions import appoint
from yifa.record.organs.choices import SuccessionKind
from yifa.record.parties.models import Party

PASSWORD = "Chunjiang-2026"  # noqa: S105 - of nobody


def prepare(held: Register) -> None:
    """An account, an announcement, a clue about a case of the market bureau, who handles it and who supervises."""
    supervisor = appoint(held.justice, "81", "张照临", actor=CLERK, on=BEGAN)
    give_role(supervisor, RoleName.SUPERVISOR, held.county, actor=CLERK, on=TODAY)
    handler = appoint(held.market, "82", "陆知行", actor=CLERK, on=BEGAN)
    give_role(handler, RoleName.HANDLER, held.market, actor=CLERK, on=TODAY)
    accounts.open_account(officer("2"), "he", PASSWORD, actor=CLERK, on=TODAY)
    announcements.put_up(held.justice, "系统维护", actor=CLERK, on=TODAY, first=TODAY, last=TODAY)
    Clue.objects.create(
        case=case("2"), organ=held.market, procedure="licence", duty="lic-decide-20wd", subject="", print="ab" * 32,
        sort=ClueSort.VIOLATION, severity="MINOR", gravity=1, found_on=TODAY, turned_on=TODAY,
    )  # fmt: skip


def account() -> Account:
    return Account.objects.get()


def clue() -> Clue:
    return Clue.objects.select_related("case__organ").get()


def in_a_case_with_files() -> None:
    """Somebody new takes part in a case that has a file and a draft."""
    keep_file(case("3"), BytesIO(PNG), "照片", Sort.OBJECT, actor=CLERK, on=TODAY)
    keep_draft(case("3"), "application-accepted", {"note": ["白露"]}, drafter=officer(), at=NOW)
    cases.take_part(case("3"), Role.PARTY, actor=CLERK, on=TODAY, name="白露")


VERBS: dict[str, Callable[[], object]] = {
    "open_account": lambda: accounts.open_account(officer(), "jiang", PASSWORD, actor=CLERK, on=TODAY),
    "set_password": lambda: accounts.set_password(account(), PASSWORD + "x", actor=CLERK, on=TODAY),
    "stop_account": lambda: accounts.stop_account(account(), actor=CLERK, on=TODAY),
    "close_account": lambda: accounts.close_account(account(), actor=CLERK, on=TODAY),
    "unlock": lambda: accounts.unlock(account(), actor=CLERK, on=TODAY),
    "take_second_factor": lambda: accounts.take_second_factor(account(), actor=CLERK, on=TODAY),
    "link_account": lambda: accounts.link(account(), actor=CLERK, on=TODAY, outside_name="he.youtian"),
    "put_up": lambda: announcements.put_up(organ(), "停电通知", actor=CLERK, on=TODAY, first=TODAY, last=TODAY),
    "take_down": lambda: announcements.take_down(Announcement.objects.get(), actor=CLERK, on=TODAY),
    "screen": lambda: clues.screen([clue()], Verdict.TRUE, "已核对", officer=officer("81"), actor=CLERK, on=TODAY),
    "explain": lambda: clues.explain(clue(), "已补正", officer=officer("82"), actor=CLERK, on=TODAY),
    "end_organ": lambda: end_organ(organ(), SuccessionKind.MERGED, {organ("qp-justice"): ()}, actor=CLERK, on=TODAY),
    "take_part_with_files": in_a_case_with_files,
}
AFTER: dict[str, tuple[str, Callable[[], object]]] = {
    "let_on": ("stop_account", lambda: accounts.let_on(account(), actor=CLERK, on=TODAY)),
    "forget_party": (
        "take_part_with_files",
        lambda: forget_party(Party.objects.order_by("-id")[0], actor=WITH_REASON),
    ),
}
BESIDE = ("take_part_with_files",)
"""Several verbs at once: what others are tried after, and no verb to be cut off itself."""
