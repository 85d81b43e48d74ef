"""Notices: each is made once, for whom it concerns; many at once are told in a sum; e-mail goes as files."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest

from demo.city_office import CHINA, Laid, lay
from demo.office_clues import say
from yifa.oversight.clues.models import Clue, Turn
from yifa.oversight.notices import following
from yifa.oversight.notices.following import follow
from yifa.oversight.notices.mail import Mail, WrongMail
from yifa.oversight.notices.models import Notice, Place
from yifa.oversight.standing.following import follow as judge
from yifa.record.cases.acting import Happening
from yifa.record.cases.actions import record_as_happened
from yifa.record.despatch.approvals import pass_on
from yifa.record.despatch.models import Step
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)
NOW = datetime(2026, 3, 3, 9, tzinfo=CHINA)


def told(laid: Laid, number: str) -> list[str]:
    """What an officer was told, in the order of the words for it."""
    rows = Notice.objects.filter(officer=laid.officers[number])
    return sorted(rows.values_list("about", flat=True))


def test_notices_are_made_once_for_whom_they_concern() -> None:
    laid = lay(TODAY)
    judge(TODAY)
    say(laid, TODAY)
    judge(TODAY)
    first, again = follow(TODAY), follow(TODAY)
    before = {number: told(laid, number) for number in ("0412", "0403", "0211", "0415", "0511")}
    with everything("a test"):
        waiting = Step.objects.get(state="open")
        actor = Actor(f"officer{laid.officers['0403'].id}", NOW)
        pass_on(waiting, "同意", officer=laid.officers["0403"], actor=actor, on=TODAY)
        record_as_happened(laid.cases["青市监案〔2026〕34号"], Happening("order-to-correct", TODAY), actor=actor)
    judge(TODAY)
    follow(TODAY)
    follow(TODAY + timedelta(days=1))

    assert (first > 0, again) == (True, 0)
    assert before == {
        "0412": ["clue"] * 5 + ["due", "screened", "screened"],
        "0403": ["asked"],
        "0211": ["clues", "explained"],
        "0415": [],
        "0511": [],
    }
    assert told(laid, "0402") == ["asked"]
    assert told(laid, "0412").count("due") == 1
    assert Notice.objects.values("officer", "key").distinct().count() == Notice.objects.count()


def test_many_clues_at_once_are_told_in_one_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "SINGLY", 3)
    laid = lay(TODAY)
    judge(TODAY)
    follow(TODAY)
    follow(TODAY)
    [sum_] = Notice.objects.filter(officer=laid.officers["0412"], about="clues")

    assert (sum_.told, told(laid, "0412").count("clue")) == ({"many": 5, "mine": "yes"}, 0)
    with everything("a test"):
        assert Place.objects.get(of="turns").number == Turn.objects.order_by("-id")[0].id
        assert Clue.objects.count() == 5


def test_old_notices_go_the_read_ones_first() -> None:
    laid = lay(TODAY)
    officer = laid.officers["0412"]
    for key, ago, read in (("a", 61, True), ("b", 61, False), ("c", 181, False), ("d", 1, True)):
        on = TODAY - timedelta(days=ago)
        Notice.objects.create(officer=officer, key=key, about="urged", on=on, read_on=on if read else None)
    follow(TODAY, thorough=True)

    assert set(Notice.objects.filter(key__in="abcd").values_list("key", flat=True)) == {"b", "d"}


def test_e_mail_goes_as_files_into_a_folder(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["To"] = "依法", "a@example.invalid"
    message.set_content("逾期 1 项")
    Mail(f"file:{tmp_path}", "yifa@example.invalid", time(8)).send(message, NOW)
    [file] = tmp_path.iterdir()
    read = message_from_bytes(file.read_bytes())

    assert (file.suffix, file.stat().st_mode & 0o777) == (".eml", 0o600)
    assert (read["From"], read["Auto-Submitted"]) == ("yifa@example.invalid", "auto-generated")


@pytest.mark.parametrize("to", ["mail.example", "smtp://", "https://yifa:word@mail.example", "file:"])
def test_a_way_for_e_mail_that_is_none_is_refused_without_telling_a_password(to: str) -> None:
    with pytest.raises(WrongMail, match="expected smtp://HOST") as caught:
        Mail(to, "yifa@example.invalid", time(8))

    assert "word" not in str(caught.value)
