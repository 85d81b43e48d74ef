"""`yifa accounts`: into a record that is empty somebody comes in, and back into one that let nobody in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.interfaces.cli.conftest import Said
from yifa.record.access.models import RoleHeld
from yifa.record.accounts.models import Account
from yifa.record.chain.queries import faults
from yifa.record.organs.models import Organ
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ADMINISTRATORS = ("system-administrator", "security-administrator", "auditor")


def opened(yifa: Callable[..., Said], number: int, *more: str) -> Said:
    asked = ("QP", f"A{number}", f"admin{number}", "--name", "章若水", "--by", "王工", *more)
    return yifa("accounts", "open", *asked, lang="en")


def password_of(said: Said) -> str:
    return said.out.strip().rpartition(" ")[2]


def test_the_first_people_of_an_empty_record_get_in(yifa: Callable[..., Said]) -> None:
    nowhere = opened(yifa, 0)
    assert (nowhere.code, "say its name with --organ-name" in nowhere.err) == (1, True)
    told = [
        opened(yifa, number, "--role", role, "--organ-name", "青屏县人民政府")
        for number, role in enumerate(ADMINISTRATORS, 1)
    ]
    assert [(one.code, one.out.splitlines()[0]) for one in told] == [
        (0, f"Account admin{number} of officer A{number} in QP.") for number in (1, 2, 3)
    ]
    accounts = list(Account.objects.order_by("id"))
    assert [one.check_password(password_of(said)) for one, said in zip(accounts, told, strict=True)] == [True] * 3
    assert [one.password_by_another for one in accounts] == [True] * 3
    with everything("a test"):
        assert list(RoleHeld.objects.order_by("id").values_list("role", flat=True)) == list(ADMINISTRATORS)
        assert (Organ.objects.get().kind, Organ.objects.get().level) == ("government", "county")
    assert faults() == []


def test_what_cannot_be_is_told_and_who_forgot_his_password_gets_another(yifa: Callable[..., Said]) -> None:
    first = opened(yifa, 1, "--role", "auditor", "--organ-name", "青屏县人民政府")
    twice = opened(yifa, 1)
    both = opened(yifa, 1, "--role", "system-administrator")
    assert [(one.code, one.err) for one in (twice, both)] == [
        (1, "Error: account admin1: the name is taken, expected one that nobody ever had\n"),
        (1, "Error: officer A1: system-administrator does not go with auditor (三员分立)\n"),
    ]
    again = yifa("accounts", "password", "admin1", "--by", "王工", lang="en")
    account = Account.objects.get()
    assert [account.check_password(password_of(one)) for one in (first, again)] == [False, True]
    nobody = yifa("accounts", "password", "admin9", "--by", "王工", lang="en")
    assert (nobody.code, nobody.err) == (1, "Error: there is no account 'admin9'\n")
