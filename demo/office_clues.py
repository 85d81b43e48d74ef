"""What people of the invented office said to its clues: one is explained, one is so, one waits for inquiry."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from demo.city_office import CHINA, Laid
from yifa.oversight.clues.actions import explain, screen
from yifa.oversight.clues.choices import Verdict
from yifa.oversight.clues.models import Clue
from yifa.record.organs.actions import Actor
from yifa.record.scope import everything

EXPLAINED = "当事人申请听证期间办案期限扣除情况未登记入册，延期审批表在卷，拟补录。"
FOUND_SO = "调阅案卷，先行登记保存证据通知书送达后未见处理决定，期限已过。"
INQUIRY = "须向该局核对缴款单据日期后再定。"


def say(laid: Laid, today: date) -> None:
    """Put on record what was said to clues; they must have been found already (`follow`)."""
    moment = datetime.combine(today, datetime.min.time(), CHINA) + timedelta(hours=9)
    handler, supervisor = laid.officers["0412"], laid.officers["0211"]
    with everything("lay the office of the demonstration"):
        late = _clue(laid, today, 34, "pen-samr-decide-90d")
        explain(late, EXPLAINED, officer=handler, actor=Actor(f"officer{handler.id}", moment), on=today)
        for place, duty, verdict, reason in (
            (28, "pen-preservation-7wd/samr", Verdict.TRUE, FOUND_SO),
            (12, "pen-samr-close-15wd/paid", Verdict.WAIT, INQUIRY),
        ):
            actor = Actor(f"officer{supervisor.id}", moment)
            clue = _clue(laid, today, place, duty)
            screen([clue], verdict, reason, officer=supervisor, actor=actor, on=today)


def _clue(laid: Laid, today: date, place: int, duty: str) -> Clue:
    case = laid.cases[f"青市监案〔{today.year}〕{place}号"]
    return Clue.objects.select_related("case__organ").get(case=case, duty=duty)
