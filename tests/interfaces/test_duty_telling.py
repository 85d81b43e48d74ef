"""Duties and rules in words: articles together, terms as a lawyer reads them, every tag, kind and class with a word."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from yifa.interfaces import duty_telling as words
from yifa.law.catalogue.duty import Severity
from yifa.law.catalogue.folders import folder, procedure_ids
from yifa.law.catalogue.kinds import kinds
from yifa.law.catalogue.rules import CLASSES
from yifa.law.catalogue.statutes import Span
from yifa.law.clock.telling import tell_pause
from yifa.wording import language

ZH, EN = language("zh"), language("en")


def test_articles_of_one_text_stand_together() -> None:
    cited = ("行政许可法(2019)§42", "行政复议法实施条例(2007)§29", "行政许可法(2019)§82", "行政处罚法§60", "行政处罚法")
    assert words.tell_laws(cited, ZH) == [
        "《行政许可法》（2019）第42、82条",
        "《行政复议法实施条例》（2007）第29条",
        "《行政处罚法》第60条",
    ]
    assert words.tell_laws(cited[:1], EN) == ["Administrative Licensing Law (2019), Art. 42"]


@pytest.mark.parametrize(
    ("cited", "zh", "en"),
    [
        (
            ("国办发〔2018〕118号(2018)§（六）", "国办发〔2018〕118号(2018)§（十三）"),
            "《国办发〔2018〕118号》（六）、（十三）",
            "Opinion on the Three Enforcement Systems (Guobanfa 2018 No 118), (6), (13)",
        ),
        (
            ("国办发〔2018〕118号(2018)§四",),
            "《国办发〔2018〕118号》第四部分",
            "Opinion on the Three Enforcement Systems (Guobanfa 2018 No 118), part 4",
        ),
        (
            ("国发〔2008〕17号(2008)§四（十五）",),
            "《国发〔2008〕17号》第四部分（十五）",
            "Decision on Law-based Government in Cities and Counties (Guofa 2008 No 17), part 4 (15)",
        ),
        (
            ("国发〔2008〕17号(2008)§（三十）",),
            "《国发〔2008〕17号》（三十）",
            "Decision on Law-based Government in Cities and Counties (Guofa 2008 No 17), (30)",
        ),
        (
            ("法治政府建设实施纲要(2021)§（十）",),
            "《法治政府建设实施纲要（2021）》（十）",
            "Outline for Building a Law-based Government 2021–2025 (2021), (10)",
        ),
    ],
)
def test_a_paper_without_articles_is_cited_by_its_own_numbering(cited: tuple[str, ...], zh: str, en: str) -> None:
    assert (words.tell_laws(cited, ZH), words.tell_laws(cited, EN)) == ([zh], [en])


@pytest.mark.parametrize(
    ("procedure", "duty", "zh", "en"),
    [
        ("licence", "lic-decide-20wd", "受理之日起20个工作日以内", "within 20 working days of: application accepted"),
        ("licence", "lic-hearing-notice-7wd", "举行听证的7个工作日前", "7 working days before: hearing held"),
        ("licence", "lic-spot-decision", "收到申请材料当日", "on the day of: application received"),
        ("licence", "lic-two-verifiers", None, None),
        ("inspection", "ins-annual-plan/undated-2026", "2026年3月31日以前", "by 31 Mar 2026"),
        (
            "licence",
            "lic-market-registration-3wd",
            "收到申请材料、收到全部补正材料（以最晚的为准）之日起3个工作日以内",
            "within 3 working days of: the last of: application received, corrected material received",
        ),
        (
            "reconsideration",
            "rec-apply-60d",
            "知道行政行为之日起60个自然日以内",
            "within 60 calendar days of: day on which the act became known",
        ),
    ],
)
def test_a_term_is_told_with_what_it_runs_from(procedure: str, duty: str, zh: str | None, en: str | None) -> None:
    found = folder(procedure).duty(duty)
    assert found is not None
    vocabulary = folder(procedure).procedure
    assert (words.tell_term(found, vocabulary, ZH), words.tell_term(found, vocabulary, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("procedure", "duty", "zh", "en"),
    [
        ("licence", "lic-decide-20wd", "可以延长10个工作日", "may be extended by 10 working days"),
        (
            "reconsideration",
            "rec-correction-10wd",
            "可以延长，条文没有规定延长多久",
            "may be extended; the text does not say how far",
        ),
        ("reconsideration", "rec-apply-60d", None, None),
    ],
)
def test_how_far_a_term_may_be_extended_is_told(procedure: str, duty: str, zh: str | None, en: str | None) -> None:
    found = folder(procedure).duty(duty)
    assert found is not None
    assert (words.tell_extension(found, ZH), words.tell_extension(found, EN)) == (zh, en)


def test_every_tag_kind_and_class_has_a_word_in_both_languages() -> None:
    for speech in (ZH, EN):
        assert [tag for tag in get_args(Severity) if words.tell_severity(tag, speech) == tag] == []
        assert len({words.tell_rule_class(name, speech) for name in CLASSES}) == len(CLASSES)
    assert [kind for kind in kinds() if words.tell_kind(kind, ZH) == kind] == []


def test_every_sector_and_place_of_the_corpus_has_a_word() -> None:
    profiles = {name for id_ in procedure_ids() for duty in folder(id_).duties for name in duty.overlay}
    assert [name for name in sorted(profiles) if words.tell_profile(name, ZH) == name] == []


def test_every_kind_of_pause_of_the_corpus_has_a_word() -> None:
    kinds_of_pauses = {kind for id_ in procedure_ids() for kind in folder(id_).procedure.pauses}
    assert [kind for kind in sorted(kinds_of_pauses) if tell_pause(kind, ZH) == kind] == []


@pytest.mark.parametrize(
    ("first", "last", "en"),
    [
        (date(2020, 1, 1), date(2023, 12, 31), "in force from 1 Jan 2020 to 31 Dec 2023"),
        (date(2020, 1, 1), None, "in force since 1 Jan 2020"),
        (None, date(2023, 12, 31), "in force until 31 Dec 2023"),
        (None, None, "always in force"),
    ],
)
def test_validity_is_told_by_the_ends_it_has(first: date | None, last: date | None, en: str) -> None:
    assert words.tell_validity(Span.model_validate({"from": first, "to": last}), EN) == en


def test_a_consequence_is_not_told_twice() -> None:
    licence = folder("licence")
    told = {
        id_: words.tell_consequence(licence.duty(id_), EN) for id_ in ("lic-decide-20wd", "lic-correction-once-5wd")
    }
    assert told == {"lic-decide-20wd": "unlawful in a minor way, not revoked", "lic-correction-once-5wd": None}
