"""Conditions in the words of an office."""

from __future__ import annotations

import pytest

from yifa.interfaces.condition_telling import tell_condition
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.wording import language

CASES = [
    (
        "it.permit_required = no",
        "lic-no-permit-needed/not-needed",
        "依法需要取得许可：否",
        "needs a licence by law: no",
    ),
    (
        "application-accepted.mode != joint",
        None,
        "“受理”的办理方式不是统一、联合、集中办理",
        None,
    ),
    (
        "happened application-withdrawn or not happened decision-made",
        None,
        None,
        "there is: application withdrawn by the applicant; or there is no: decision made",
    ),
    (
        "it.complete otherwise no",
        None,
        "材料齐全、符合法定形式：是（未载明的按否）",
        "complete and in due form: yes (where not recorded: no)",
    ),
    ("it.days > 3 and (known it.chair or it.officers = 2)", None, None, None),
    ("count it.officers >= 2", None, "工作人员的数量不少于2", "number of: officers at least 2"),
    ("hearing-noticed before it", "lic-two-verifiers", None, None),
    ("handling = single", None, "办理方式（没有记载的按单独办理）为单独办理", None),
    ("organ.level in [city, county]", None, None, None),
    ("it.promised_by after 2024-01-01", None, "承诺办结日不早于2024年1月1日", None),
    ("met lic-decide-20wd", None, "“受理之日起二十日内作出许可决定”符合规定", None),
    ("= nonsense", None, "= nonsense", "= nonsense"),
]


@pytest.mark.parametrize(("written", "duty", "zh", "en"), CASES, ids=[case[0] for case in CASES])
def test_a_condition_is_told_in_words(written: str, duty: str | None, zh: str | None, en: str | None) -> None:
    licence = folder("licence")
    about = licence.duty(duty) if duty else None
    told = {tag: tell_condition(written, licence, about, language(tag)) for tag in ("zh", "en")}
    assert zh in (None, told["zh"])
    assert en in (None, told["en"])
    assert (told["zh"] == written) is (written == "= nonsense")


@pytest.mark.parametrize("id_", procedure_ids())
def test_no_word_of_the_corpus_is_left_untold(id_: str) -> None:
    one = folder(id_)
    acts = {name for name in one.procedure.acts if "-" in name}
    for duty in one.duties:
        for text in filter(None, (duty.when, duty.unless, getattr(duty, "require", None))):
            told = tell_condition(text, one, duty, language("zh"))
            assert not [name for name in acts if name in told], (duty.id, text, told)
