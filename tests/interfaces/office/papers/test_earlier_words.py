"""What a paper says in the places of its form is read back from its words, and nothing is guessed."""

from __future__ import annotations

import pytest

from yifa.interfaces.office.papers.earlier_words import read_between

HEAD = ("一、违法事实\n", False)
FACTS, PROOF, LAW, GROUND = (("违法事实", True), ("证据", True), ("违反的规定", True), ("处罚依据", True))
READ = {
    "words between two lines of the form": (
        [HEAD, FACTS, ("\n二、处罚依据\n", False), GROUND],
        "一、违法事实\n甲\n乙\n二、处罚依据\n某条",
        {"违法事实": "甲\n乙", "处罚依据": "某条"},
    ),
    "two places in a line": (
        [("违反了", False), LAW, ("，依据", False), GROUND, ("应当处罚。", False)],
        "违反了某办法第三条，依据某法第九条应当处罚。",
        {"违反的规定": "某办法第三条", "处罚依据": "某法第九条"},
    ),
    "two places one below the other, a line each": (
        [HEAD, FACTS, ("\n", False), PROOF, ("\n以上。", False)],
        "一、违法事实\n甲\n乙\n以上。",
        {"违法事实": "甲", "证据": "乙"},
    ),
    "the same with three lines: nobody knows whose the second is": (
        [HEAD, FACTS, ("\n", False), PROOF, ("\n以上。", False)],
        "一、违法事实\n甲\n乙\n丙\n以上。",
        {},
    ),
    "a paper that was written otherwise": ([HEAD, FACTS, ("\n以上。", False)], "一、违法行为\n甲\n以上。", {}),
    "a form whose end was taken away": ([HEAD, FACTS, ("\n以上。", False)], "一、违法事实\n甲", {}),
}


@pytest.mark.parametrize("how", list(READ))
def test_words_are_read_back_between_those_of_the_form(how: str) -> None:
    pieces, text, told = READ[how]

    assert read_between(pieces, text) == told
