"""The forms that come with the program: papers of the corpus, with the places that are explained and no others."""

from __future__ import annotations

import re

import pytest

from yifa.interfaces.documents.forms.capital_amounts import capital_amount
from yifa.interfaces.documents.forms.drawn_forms import FormKey, drawn_docx, drawn_forms
from yifa.interfaces.documents.forms.filling import places_of, words_of
from yifa.law.catalogue.folders import folder

KNOWN = {"机关名称", "本级政府名称", "文号", "成文日期", "案号", "案件名称", "当事人", "当事人证件号码", "承办人及证号"}
OF_A_RECEIPT = {"受送达人", "送达文书", "送达文书文号", "送达方式", "送达日期", "备注"}


@pytest.mark.parametrize(
    "key", list(drawn_forms()), ids=lambda key: f"{key.procedure}-{key.act or 'receipt'}-{key.paper}"
)
def test_a_form_is_of_a_paper_of_the_corpus_and_every_place_is_known_or_explained(key: FormKey) -> None:
    form, procedure = drawn_forms()[key], folder(key.procedure).procedure
    places = set(places_of(drawn_docx(key))) | set(re.findall("〔([^〔〕]+)〕", " ".join(form.begins.values())))
    of_acts = {place for place in places if "." in place}
    acts = {act.zh: kind for kind, act in procedure.acts.items()}
    told = {
        f"{zh}.{name}"
        for zh, kind in acts.items()
        for name in (
            "日期",
            "文号",
            *(procedure.fields[one].zh for one in procedure.acts[kind].fields if one in procedure.fields),
        )
    }

    assert key.act == "" or key.paper in procedure.acts[key.act].papers
    assert {place.removesuffix("：大写") for place in of_acts} - told == set()
    assert places - of_acts - KNOWN - OF_A_RECEIPT == set(form.asks)
    assert set(form.begins) - set(form.asks) == set()


def test_the_decision_says_what_the_law_asks_of_it() -> None:
    words = words_of(drawn_docx(FormKey("penalty-ordinary", "decision-made", "行政处罚决定书")))

    asked = [
        f"〔{name}〕" for name in ("当事人", "当事人住所", "违法事实", "证据", "处罚内容", "处罚依据", "履行方式和期限")
    ]
    asked += ["六十日", "六个月", "〔机关名称〕\n（印章）\n〔成文日期〕"]
    assert [one for one in asked if one not in words] == []


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (30, "叁角整"),
        (101, "壹元零壹分"),
        (1_000_000, "壹万元整"),
        (1_010_000, "壹万零壹佰元整"),
        (10_000_050_000, "壹亿零伍佰元整"),
        (1_234_567_890, "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整"),
    ],
)
def test_amounts_in_capital_characters(fen: int, said: str) -> None:
    assert capital_amount(fen) == said
