import pytest
from pydantic import ValidationError

from yifa.law.catalogue.measures import measure
from yifa.law.catalogue.report_outline import FIGURE, Pattern, outline


def test_the_outline_has_the_five_required_parts():
    assert [part.id for part in outline().parts if part.required] == [
        "measures", "shortcomings", "heads", "plans", "other",
    ]  # fmt: skip


def test_what_is_never_assessed_is_told_without_praise():
    patterns = [one for part in outline().parts for chapter in part.chapters for one in chapter.sentences]
    assert len({one.of for one in patterns}) == len(patterns)
    assert {measure(id_).kind for one in patterns for _, id_ in FIGURE.findall(one.text)} <= {
        "count", "percent", "duration",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("收到{rec-recieved}。", "`rec-recieved` is no measure; did you mean `rec-received`?"),
        ("受理{rec-accepted}。", "the sentence is about `rec-received`, which is not in it"),
        ("收到{rec-received}[，受理{rec-accepted}。", "a bracket is not closed, or stands within another"),
        ("收到{rec-received}[，受理[{rec-accepted}]]。", "a bracket is not closed, or stands within another"),
        ("收到{rec-received。", "a bracket is not closed, or stands within another"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused(text, message):
    of = "rec-recieved" if "recieved" in text else "rec-received"
    with pytest.raises(ValidationError) as refused:
        Pattern(of=of, text=text)
    assert message in str(refused.value)
