"""`yifa record`: from ledgers to a sealed record that can be verified by anybody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from tests.interfaces.cli.conftest import Said
from yifa.record.cases.models import Act, Case
from yifa.record.chain import verifier
from yifa.record.chain.models import EntryRow
from yifa.record.scope import everything

pytestmark = pytest.mark.django_db
ORGANS = "机关编号,机关名称,层级,领域\nQ1,青屏县人民政府,县级,\nQ2,青屏县市场监督管理局,县级,市场监管\n"
OFFICERS = "姓名,所在单位,执法证号,发证日期,有效期至\n冯知秋,青屏县市场监督管理局,0412,2024-01-01,2027-12-31\n"
LEDGER = (
    "案号,办案机关,当事人,立案日期,办案人员,处罚决定日期,罚款金额（元）\n"
    "青市监案〔2025〕1号,青屏县市场监督管理局,青屏县好邻超市,2025-03-10,冯知秋,2025-04-18,5000\n"
    "青市监案〔2025〕2号,青屏县市场监督管理局,柳三春,2025-03-11,冯知秋,2025-05-06,800\n"
)


@pytest.fixture
def ledgers(tmp_path: Path) -> Path:
    folder = tmp_path / "台账"
    folder.mkdir()
    for name, text in (("机关名册", ORGANS), ("执法人员", OFFICERS), ("行政处罚案件", LEDGER)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8-sig")
    return folder


def test_ledgers_come_into_the_record_once(yifa: Callable[..., Said], ledgers: Path) -> None:
    dry = yifa("record", "import", str(ledgers), "--by", "7", "--dry-run", lang="en")
    assert (dry.code, dry.out) == (0, "Cases: 2 new, 0 changed, 0 unchanged; nothing was written.\n")
    first = yifa("record", "import", str(ledgers), "--by", "7", "--batch", "三月", lang="en")
    assert (first.code, first.out.splitlines()[0]) == (0, "Organs: 2 new, 0 relations, 1 officers.")
    assert first.out.splitlines()[1:] == [
        "Cases: 2 new, 0 changed, 0 unchanged.",
        "Acts: 4 recorded, 0 withdrawn.",
        "Batch: 三月",
    ]
    again = yifa("record", "import", str(ledgers), "--by", "7", "--batch", "四月", lang="en")
    assert again.out.splitlines()[1] == "Cases: 0 new, 0 changed, 2 unchanged."
    undone = yifa("record", "undo", "三月", "--by", "7", "--because", "送错年度", lang="en")
    assert (undone.code, undone.out) == (0, "Acts withdrawn: 4\n")
    unknown = yifa("record", "undo", "五月", "--by", "7", "--because", "送错年度", lang="en")
    assert (unknown.code, unknown.err) == (1, "Error: batch '五月' is not on record, or was undone before\n")


def test_a_folder_without_ledgers_is_told(yifa: Callable[..., Said], tmp_path: Path) -> None:
    told = yifa("record", "import", str(tmp_path), "--by", "7", lang="en")
    assert told.code == 1
    assert "holds no ledger that could be read" in told.err


def sealed(yifa: Callable[..., Said], ledgers: Path) -> str:
    yifa("record", "import", str(ledgers), "--by", "7")
    said = yifa("record", "seal", "--day", "2026-03-02", lang="en")
    first, second = said.out.splitlines()
    assert first == "Seal 1 of 2026-03-02: 6 new entries."
    return second.removeprefix("Keep this digest elsewhere: ")


def test_a_sealed_record_is_as_it_was(yifa: Callable[..., Said], ledgers: Path) -> None:
    digest = sealed(yifa, ledgers)
    said = yifa("record", "verify", "--seal", digest, lang="en")
    expected = "Looked at 2 chains, 6 entries, 1 seals.\nEverything is as it was.\n"
    assert (said.code, said.out, said.err) == (0, expected, "")
    other = yifa("record", "verify", "--seal", "0" * 64, lang="en")
    assert (other.code, other.err) == (1, f"The seal you kept is not on record: {'0' * 64}\n")


def test_what_somebody_changed_in_the_database_is_told_with_its_place(yifa: Callable[..., Said], ledgers: Path) -> None:
    sealed(yifa, ledgers)
    with everything("a test"), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER cases_case_next_version")
            cursor.execute("DROP TRIGGER chain_entry_no_update")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE chain_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE cases_case SET number = 'x' WHERE number LIKE '%%1号'")
        cursor.execute("UPDATE chain_entry SET text = replace(text, '2号', '3号') WHERE text LIKE '%%2号%%'")
        number = EntryRow.objects.get(text__contains="3号").number
        row = Case.objects.get(number="x").id
    said = yifa("record", "verify", lang="en")
    lines = said.err.splitlines()
    assert said.code == 1
    assert f"Chain of Q2: entry {number} was changed." in lines
    assert f"Table cases_case, row {row}: does not say what the chain tells of it." in lines


def test_the_record_is_handed_out_and_verified_by_one_file(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    digest = sealed(yifa, ledgers)
    out = tmp_path / "out"
    assert yifa("record", "export", str(out)).code == 0
    said = yifa("record", "verify", "--folder", str(out), "--seal", digest, lang="en")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Everything is as it was.")
    done = subprocess.run(
        [sys.executable, "-I", str(out / "verifier.py"), str(out), "--seal", digest],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "everything is as it was")
    broken = yifa("record", "verify", "--folder", str(tmp_path), lang="en")
    assert (broken.code, "cannot be read" in broken.err) == (1, True)


def test_one_act_is_proven_by_a_file_that_the_verifier_accepts(
    yifa: Callable[..., Said], ledgers: Path, tmp_path: Path
) -> None:
    digest = sealed(yifa, ledgers)
    with everything("a test"):
        act = Act.objects.order_by("id")[0]
    file = tmp_path / "proof.json"
    said = yifa("record", "prove", str(file), "--act", str(act.id), lang="en")
    lines = said.out.splitlines()
    assert (said.code, lines[0].startswith("Entry "), " stands under seal 1 of 2026-03-02: " in lines[0]) == (
        0,
        True,
        True,
    )
    assert lines[1] == f"Verify with: python3 verifier.py {file} --seal {digest}"
    code, told = by_the_verifier(file, digest)
    assert (code, told.splitlines()[-1]) == (0, "everything is as it was")
    assert f'"table": "{Act._meta.db_table}"' in told
    assert by_the_verifier(file, "0" * 64)[0] == 1
    file.write_text(file.read_text(encoding="utf-8").replace("2025", "2024"), encoding="utf-8")
    assert by_the_verifier(file, digest)[0] == 1
    again = yifa("record", "prove", str(file), "--organ", "Q1", "--entry", "1", lang="en")
    assert (again.code, by_the_verifier(file, digest)[0]) == (0, 0)
    assert again.out.startswith("Entry 1 of Q1 stands under seal 1")


def test_what_cannot_be_proven_is_told(yifa: Callable[..., Said], ledgers: Path, tmp_path: Path) -> None:
    yifa("record", "import", str(ledgers), "--by", "7")
    file = tmp_path / "proof.json"
    for asked, expected in (
        (("--organ", "Q1", "--entry", "1"), "entry 1 of Q1 is not sealed yet"),
        (("--organ", "Q1", "--entry", "99"), "the chain of Q1 has no entry 99"),
        (("--act", "999999"), "act 999999 is not on record"),
    ):
        said = yifa("record", "prove", str(file), *asked, lang="en")
        assert (said.code, said.err.splitlines()[0], file.exists()) == (1, f"Error: {expected}", False)
    for wrong in ((), ("--act", "1", "--organ", "Q1", "--entry", "1"), ("--organ", "Q1"), ("--entry", "1")):
        assert yifa("record", "prove", str(file), *wrong, lang="en").code == 2
    yifa("record", "seal")
    as_owner(
        "chain_entry", "UPDATE chain_entry SET digest = replace(digest, substr(digest, 1, 1), 'x') WHERE organ = 'Q1'"
    )
    said = yifa("record", "prove", str(file), "--organ", "Q1", "--entry", "1", lang="en")
    assert (said.code, file.exists()) == (1, False)
    assert "cannot be proven: the record is not as it was sealed" in said.err


def test_a_seal_and_rows_that_hold_rubbish_are_told_and_stop_nothing(yifa: Callable[..., Said], ledgers: Path) -> None:
    digest = sealed(yifa, ledgers)
    as_owner("chain_seal", f"UPDATE chain_seal SET day = '{'infinity' if on_postgresql() else 'rubbish'}'")  # noqa: S608
    said = yifa("record", "verify", "--seal", digest, lang="en")
    assert (said.code, said.err) == (1, "Seal 1 is not the one that was made, or is gone.\n")
    as_owner("chain_value", "UPDATE chain_value SET value = 'rubbish'")
    said = yifa("record", "verify", lang="en")
    assert said.code == 1
    assert any(line.startswith("Table chain_value, row ") for line in said.err.splitlines())


def on_postgresql() -> bool:
    return connection.vendor == "postgresql"


def as_owner(table: str, sql: str) -> None:
    """What somebody changes who can take triggers away."""
    with everything("a test"), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_update")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(sql)


def by_the_verifier(file: Path, digest: str) -> tuple[int, str]:
    """What the stand-alone verifier says of a proof."""
    command = [sys.executable, "-I", str(Path(verifier.__file__)), str(file), "--seal", digest]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout
