from datetime import date

import pyarrow as pa
import pytest

from yifa.law.facts import Source
from yifa.ledgers.taken import Office, Organs, Relation, RelationKind, Taken, TakenLedger
from yifa.oversight.reporting.gathering import Organ, Place, gather, region_of

DAY = date(2024, 12, 31)
OFFICES = {
    id_: Office(id_, name, level="county")
    for id_, name in (
        ("gov", "青屏县人民政府"),
        ("market", "青屏县市场监督管理局"),
        ("post", "青屏县市场监督管理局云汀所"),
        ("town", "云汀镇人民政府"),
        ("tax", "青屏县税务局"),
    )
}
ORGANS = Organs(
    OFFICES,
    (
        Relation("market", RelationKind.BELONGS_TO, "gov"),
        Relation("post", RelationKind.BRANCH_OF, "market"),
        Relation("town", RelationKind.BELONGS_TO, "gov"),
        Relation("tax", RelationKind.VERTICAL, "province"),
        Relation("tax", RelationKind.BELONGS_TO, "gov", last=date(2018, 6, 1)),
    ),
)


@pytest.mark.parametrize(
    ("organ", "region"), [("gov", "gov"), ("market", "gov"), ("post", "gov"), ("town", "town"), ("tax", ""), ("x", "")]
)
def test_the_region_of_an_organ_is_the_government_it_belongs_to_on_the_day(organ, region):
    assert region_of(organ, ORGANS, DAY) == region
    assert region_of("tax", ORGANS, date(2018, 1, 1)) == "gov"


def test_organs_that_belong_to_each_other_have_no_region():
    circle = tuple(Relation(one, RelationKind.BELONGS_TO, other) for one, other in (("a", "b"), ("b", "a")))
    assert region_of("a", Organs({}, circle), DAY) == ""


def ledger(procedure, source, number):
    cases = {"case": [f"gov/{number}"], "number": [number], "file": [f"{source}.xlsx"], "sheet": ["案件"], "row": [2]}
    acts = pa.table({"case": [f"gov/{number}"], "act": ["case-filed"], "day": pa.array([19_800], pa.int32())})
    return TakenLedger(procedure, Source(source), acts, pa.table({**cases, "organ": ["gov"], "source": [source]}))


def test_the_ledgers_of_a_procedure_are_counted_together_and_keep_their_sources():
    taken = Taken((ledger("penalty-ordinary", "a", "1"), ledger("penalty-ordinary", "b", "2")), ORGANS, silent=("tax",))
    found = gather(taken, as_of=DAY)
    assert [(one.procedure, one.acts.num_rows, [s.id for s in one.sources]) for one in found.tables] == [
        ("penalty-ordinary", 2, ["a", "b"])
    ]
    assert found.organs["market"] == Organ("market", "青屏县市场监督管理局", "county", "gov")
    assert found.places()["penalty-ordinary", "gov/2"] == Place("2", "b.xlsx", "案件", 2)
    assert found.silent == ("tax",)
