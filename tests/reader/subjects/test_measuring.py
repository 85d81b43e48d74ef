from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.reader.figures.plain import prepared
from yifa.reader.figures import find_numbers
from yifa.reader.reading import COUNTING_KINDS
from yifa.reader.subjects import give_subjects

CLAUSES = Path(__file__).parents[2] / "law" / "catalogue" / "measure_examples.yaml"


def measures(text):
    ready = prepared(text)
    return [
        (one.written, one.measure) for one in give_subjects(ready, find_numbers(ready)) if one.kind in COUNTING_KINDS
    ]


@cache
def worked():
    """Measures as expected and as read, for every figure of the worked clauses of the catalogue."""
    pairs = []
    for example in (
        one for some in YAML(typ="safe").load(CLAUSES.read_text(encoding="utf-8")).values() for one in some
    ):
        read = measures(example["clause"])
        for line in example["figures"]:
            written, *_, expected = (part.strip() for part in line.split("|"))
            found = next((one for one in read if one[0] == written), (written, "not read"))
            if found in read:
                read.remove(found)
            pairs.append((None if expected == "-" else expected, found[1]))
    return pairs


def test_clauses_read_from_their_text_come_to_the_measures_that_a_person_gives():
    pairs = worked()
    assert sum(expected == read for expected, read in pairs) >= 0.98 * len(pairs)


def test_a_measure_is_left_out_rather_than_given_wrong():
    wrong = [(expected, read) for expected, read in worked() if read is not None and read != expected]
    assert len(wrong) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "收到行政复议申请55件，较上年增加6件。",
        "负责人出庭应诉率同比提高了4.6个百分点。",
        "行政复议申请量同比增长12.24%。",
    ],
)
def test_how_much_something_has_changed_is_no_measure(text):
    assert measures(text)[-1][1] is None


def test_the_words_of_the_clause_tell_more_than_a_subject_carried_over():
    text = "2630名持证人员参加执法证件年审考试，合格2588人。"
    assert measures(text) == [("2630名", "qua-check-taken"), ("2588人", "qua-check-passed")]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("政府常务会议5次研究法治政府建设工作。", "led-executive"),
        ("政府常务会议5次专题研究法治建设工作。", "led-executive"),
        ("政府常务会议5次学习法律。", "std-meetings"),
        ("制定规范性文件9件，向省政府、市人大备案3件。", "ndo-filed"),
        ("制定规范性文件9件，按规定向省政府、市人大常委会报送备案3件。", "ndo-filed"),
        ("落实重大行政处罚备案制度，向省政府报送备案3件。", None),
    ],
)
def test_meetings_and_filings_are_of_the_measure_their_words_name(text, measure):
    assert measures(text)[-1][1] == measure
