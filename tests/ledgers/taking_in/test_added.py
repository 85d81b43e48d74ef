"""What an office added to a layout that others made, a column or a sheet, is read as in a ledger of its own."""

from datetime import date
from pathlib import Path

from tests.ledgers.invented import AS_OF, acts, kinds, workbook
from yifa.law.conditions import day_number
from yifa.ledgers.headings.finding import find_head
from yifa.ledgers.sheets import Grid
from yifa.ledgers.sheets.grid import columns_of
from yifa.ledgers.taken import Taken
from yifa.ledgers.taking_in import take_folder
from yifa.ledgers.taking_in.known_tables import known_of

PROCEDURES = ("penalty-ordinary", "penalty-simple", "licence")
PUBLICITY = ("CF_WSH", "CF_XDR_MC", "CF_NR_FK", "CF_JDRQ", "CF_CFJG")
PENALTY = ("青市监罚〔2025〕1号", "青屏县好邻超市", "0.5", "2025-04-18", "青屏县市监局")


def _take(folder: Path) -> Taken:
    return take_folder(folder, as_of=AS_OF, ledgers=PROCEDURES)


def test_a_column_that_was_added_to_the_layout_of_others_is_read(tmp_path: Path) -> None:
    rows = [(*PUBLICITY, "立案日期", "告知书送达日期"), (*PENALTY, "2025.3.3", "2025-04-02")]
    workbook(tmp_path / "双公示.xlsx", {"行政处罚": rows})
    taken = _take(tmp_path)
    assert kinds(taken) == []
    (ledger,) = taken.ledgers
    assert taken.sheets[0].table.startswith("penalty-ordinary/publicity-penalty-")
    days = {one["act"]: one["day"] for one in acts(ledger)}
    assert days == {
        "case-filed": day_number(date(2025, 3, 3)),
        "pre-decision-notice-served": day_number(date(2025, 4, 2)),
        "decision-made": day_number(date(2025, 4, 18)),
    }
    assert {"case-filed", "pre-decision-notice-served"} <= ledger.source.acts


def test_a_long_sheet_beside_the_layout_of_others_belongs_to_its_cases(tmp_path: Path) -> None:
    served = [("案号", "文书", "送达日期", "送达方式"), (PENALTY[0], "处罚决定书", "2025-04-20", "直接送达")]
    bare, beside = tmp_path / "bare", tmp_path / "beside"
    for folder, sheets in ((bare, {}), (beside, {"送达": served})):
        folder.mkdir()
        workbook(folder / "双公示.xlsx", {"行政处罚": [PUBLICITY, PENALTY], **sheets})
    (without,), (with_,) = _take(bare).ledgers, _take(beside).ledgers
    assert "decision-served" not in without.source.acts
    assert "decision-served" in with_.source.acts
    assert [one["day"] for one in acts(with_) if one["act"] == "decision-served"] == [day_number(date(2025, 4, 20))]


def test_what_was_added_does_not_show_which_layout_it_is() -> None:
    known = known_of(PROCEDURES)
    number = next(place for place, one in enumerate(known.tables) if one.layout == "publicity-penalty-2018")
    scores = []
    for head in (PUBLICITY, (*PUBLICITY, "立案日期", "告知书送达日期")):
        rows, columns = columns_of([list(head), list(head)])
        found = find_head(Grid("甲.xlsx", "Sheet1", rows, columns), known)
        assert found is not None
        scores.append((found.scores[number], len(found.fits[number])))
    assert scores[0][0] == scores[1][0]
    assert scores[0][1] + 2 == scores[1][1]
    tables = [
        one for one in known.tables if any("立案日期" in column.names and not column.added for column in one.columns)
    ]
    assert known.rarity["立案日期"] == 1 / len(tables) ** 0.5
