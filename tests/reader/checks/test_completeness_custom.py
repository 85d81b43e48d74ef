"""The chapters of the outline: under a heading, in sentences only, or not at all."""

from __future__ import annotations

from tests.reader.checks.passages import checks_of
from yifa.reader.checks.completeness_custom import NINE, SEVEN, chapter_name
from yifa.wording import language

LONG = "全年工作扎实推进，各项任务按时完成，" * 10
HEADINGS = {
    "functions": "转变政府职能",
    "rules": "完善制度体系",
    "decisions": "规范行政决策",
    "enforcement": "严格公正执法",
    "emergencies": "应对突发事件",
    "disputes": "化解矛盾纠纷",
    "oversight": "强化权力监督",
    "digital": "建设数字政府",
    "leadership": "加强组织领导",
}


def _report(**bodies: str) -> str:
    numbers = "一二三四五六七八九"
    parts = [(HEADINGS[name], bodies.get(name, LONG)) for name in HEADINGS if bodies.get(name) != ""]
    return "".join(f"{number}、{title}\n{body}。\n" for number, (title, body) in zip(numbers, parts, strict=False))


def _said(text: str, year: int = 2022) -> dict[str, str]:
    lines = checks_of(text, "completeness-custom", kind="annual-report", year=year)
    return {chapter: verdict for _, verdict, chapter in (line.split(" ") for line in lines)}


def test_all_nine_chapters_are_found_under_their_headings() -> None:
    assert _said(_report()) == dict.fromkeys(HEADINGS, "holds")


def test_a_chapter_left_out_is_named() -> None:
    assert _said(_report(emergencies="")) == {**dict.fromkeys(HEADINGS, "holds"), "emergencies": "missing"}


def test_a_chapter_of_a_few_words_is_brief() -> None:
    assert _said(_report(digital="已建成")) == {**dict.fromkeys(HEADINGS, "holds"), "digital": "thin"}


def test_a_chapter_that_only_sentences_speak_of_is_brief() -> None:
    text = _report(disputes="", functions=f"{LONG}。人民调解取得进展")
    assert _said(text) == {**dict.fromkeys(HEADINGS, "holds"), "disputes": "thin"}


def test_earlier_years_have_the_chapters_of_the_earlier_edition() -> None:
    assert set(_said(_report(), year=2020)) == {chapter for chapter, _ in SEVEN}


def test_every_chapter_has_a_name() -> None:
    names = [chapter_name(chapter, language("en")) for chapter in dict([*NINE, *SEVEN])]
    assert len(set(names)) == len(names) == 10
