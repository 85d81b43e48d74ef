"""Letters of courts and procuratorates, answered in writing within two months, urgent ones in fifteen days."""

from __future__ import annotations

from demo.city.procedures.litigation import story
from demo.city.stories import NO, YES, days, step, workdays
from demo.city.values import day_of

ADVICE = story(
    "judicial advice for governance",
    5,
    step("judicial-advice-received", advice_kind="governance"),
    step("written-reply", days(15, 52), duty_performed=YES),
    step("dossier-archived", workdays(3, 9)),
)
ADVICE_BY_DAY = story(
    "judicial advice with a day to reply",
    2,
    step("judicial-advice-received", advice_kind="governance", reply_by=day_of("judicial-advice-received", 30)),
    step("written-reply", days(8, 20), duty_performed=YES),
    step("dossier-archived", workdays(3, 9)),
)
ADVICE_ON_DOCUMENT = story(
    "judicial advice on a normative document",
    2,
    step("judicial-advice-received", advice_kind="normative-document"),
    step("written-reply", days(15, 50), duty_performed=YES),
    step("dossier-archived", workdays(3, 9)),
)
SUGGESTION = story(
    "procuratorial suggestion",
    6,
    step("procuratorate-suggestion-received", urgent=NO),
    step("duty-performed", days(15, 45)),
    step("written-reply", workdays(1, 4), duty_performed=YES),
    step("dossier-archived", workdays(3, 9)),
)
URGENT_SUGGESTION = story(
    "urgent procuratorial suggestion",
    1,
    step("procuratorate-suggestion-received", urgent=YES),
    step("duty-performed", days(2, 4)),
    step("written-reply", workdays(0, 1), duty_performed=YES),
    step("dossier-archived", workdays(3, 9)),
)

STORIES = (ADVICE, ADVICE_BY_DAY, ADVICE_ON_DOCUMENT, SUGGESTION, URGENT_SUGGESTION)
