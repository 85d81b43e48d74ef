"""What a procedure says of the end of its cases: what is wrong is said with its place."""

from __future__ import annotations

import pytest

from tests.law.invented import PROCEDURE, duty, folder
from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import folder as shipped
from yifa.law.catalogue.folders import procedure_ids

TERM = duty("time-limit", "from: applied\ndone: decided\nwithin: 20 working days")
WRONG = [
    ("ends: [{by: gone}]", "ends[0]: «gone» is not among `acts`"),
    ("reopens: [{by: warned, without: gone}]", "reopens[0]: «gone» is not among `acts`"),
    ("ends: [{by: decided, when: it.amount}]", "ends[0].when: `decided`: "),
    ("ends: [{by: decided, when: met cut-1}]", "ends[0].when: `decided`: "),
    ("ends: [{by: decided}]", "ends[0]: needs `law`, the article that makes it so, or `ours: yes`"),
    ("reopens: [{by: warned, law: 行政处罚法 57, ours: yes}]", "reopens[0]: needs `law`"),
    ("ends: [{by: decided, law: 采伐法 3}]", "ends[0].law: «采伐法 3» cites no statute of the corpus"),
]


@pytest.mark.parametrize(("text", "fault"), WRONG, ids=[str(place) for place in range(len(WRONG))])
def test_what_is_wrong_is_said_with_its_place(text: str, fault: str) -> None:
    with pytest.raises(CorpusFaults) as found:
        folder(TERM, procedure=f"{PROCEDURE}\n{text}\n")

    assert fault in str(found.value)


def test_every_procedure_and_register_says_by_what_its_cases_end() -> None:
    assert [id_ for id_ in procedure_ids() if not shipped(id_).procedure.ending_acts] == []
