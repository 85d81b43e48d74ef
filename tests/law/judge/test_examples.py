"""Every worked case of every procedure, answered by the judge."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.law.judge.comparison import judge_of
from tests.law.judge.facts import case_of_example
from tests.law.judge.judge import Answer
from yifa.law.catalogue.examples import Example, Expected, Group
from yifa.law.catalogue.folders import folder, procedure_ids

GROUPS = [
    pytest.param(id_, group, id=f"{id_}: {group.about}") for id_ in procedure_ids() for group in folder(id_).groups
]


@pytest.mark.parametrize(("id_", "group"), GROUPS)
def test_the_judge_says_of_every_example_what_it_expects(id_: str, group: Group) -> None:
    wrong = [line for example in group.examples for line in differences(id_, example)]

    assert wrong == []


def differences(id_: str, example: Example) -> list[str]:
    """Every duty of an example on which the judge says something else."""
    of = folder(id_)
    case = case_of_example(example, of.procedure)
    found = []
    for duty, expected in example.expect.items():
        said = {subject: answer for (_, subject), answer in judge_of(of).answers(case, [duty]).items()}
        if not fits(said, expected):
            found.append(f"{example.name}, {duty}: expected {expected}, the judge says {said}")
    return found


def fits(said: dict[str, Answer], expected: Sequence[Expected]) -> bool:
    """Whether what is said of the subjects of a duty is what an example expects."""
    if not said:  # no such act, so no subject at all
        return not expected or (len(expected) == 1 and expected[0].outcome in ("not-applicable", "not-assessable"))
    answers = list(said.items())
    if len(answers) != len(expected):
        return False
    return all(
        _is(said.get(one.subject) if one.subject else answers[place][1], one) for place, one in enumerate(expected)
    )


def _is(answer: Answer | None, expected: Expected) -> bool:
    return (
        answer is not None
        and answer.outcome == expected.outcome
        and expected.class_ in (None, answer.class_)
        and expected.due in (None, answer.due)
    )


def test_an_example_that_expects_another_day_is_told_apart() -> None:
    of = folder("penalty-ordinary")
    example, duty = next(
        (example, duty)
        for group in of.groups
        for example in group.examples
        for duty, expected in example.expect.items()
        if expected[0].due is not None
    )
    first = example.expect[duty][0]
    assert first.due is not None
    shifted = first.model_copy(update={"due": first.due.replace(year=1999)})

    assert differences(of.id, example) == []
    assert len(differences(of.id, example.model_copy(update={"expect": {duty: (shifted,)}}))) == 1
