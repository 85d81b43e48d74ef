"""Of a party that is forgotten no copy is left: in no row, not in the file of the database, in no other file."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db import connection

from tests.record.evidence.files import word
from tests.record.papers.office import DECIDED, Office, office
from tests.record.register import CLERK, NOW, TODAY
from tests.record.there import WITH_REASON
from yifa.interfaces.office.exports.models import Export, State
from yifa.interfaces.office.views.models import View
from yifa.interfaces.trays.tray import Shelf
from yifa.oversight.standing.following import follow
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.drafts import keep_draft
from yifa.record.cases.forgetting import forget_party
from yifa.record.cases.models import Case
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.evidence.actions import keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.forgetting import destroy_what_is_left
from yifa.record.evidence.queries import file_faults, store
from yifa.record.jobs.models import Outcome
from yifa.record.jobs.words_in_files import holds
from yifa.record.papers.documents import Made, issue
from yifa.record.parties.errors import NotAParty
from yifa.record.parties.models import Party
from yifa.record.safekeeping.tallies import lines, tables

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
NAME, IDENTIFIER, OTHER = "柳三春", "11010519491231002X", "白露茶行"
WORDS = (NAME, IDENTIFIER)
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> Path:
    """A home of its own: everything an installation keeps lies below it."""
    settings.YIFA_FILES = tmp_path / "files"
    settings.TRAYS, settings.REPORTS = tmp_path / "trays", tmp_path / "reports"
    settings.KEEPING = replace(django_settings.KEEPING, home=tmp_path, files=tmp_path / "files")
    return tmp_path


def laid(home: Path) -> list[Party]:
    """Somebody in two cases, known with a number and without; his name wherever one is kept; beside him somebody."""
    held = office()
    case = open_case(held.market, "licence", "9", actor=CLERK, on=TODAY, title=f"{NAME}申请")
    party = take_part(case, Role.PARTY, actor=CLERK, on=TODAY, name=NAME, identifier=IDENTIFIER).party
    assert party is not None
    of_another = open_case(held.market, "licence", "10", actor=CLERK, on=TODAY, title=f"{OTHER}申请")
    take_part(of_another, Role.PARTY, actor=CLERK, on=TODAY, name=OTHER)
    for one, said in ((case, f"{NAME}的申请"), (of_another, f"{OTHER}的申请")):
        keep_file(one, BytesIO(word(said)), f"{said}书", Sort.DOCUMENT, actor=CLERK, on=TODAY)
    take_part(held.case, Role.PARTY, actor=CLERK, on=TODAY, name=NAME, identifier=IDENTIFIER)
    notice = held.draft("pre-decision-notice-served", "行政处罚告知书")
    issue(notice, actor=CLERK, on=DECIDED, made=lambda _: Made(word(NAME), NAME))
    held.sheet()
    held.draft(text=f"拟对{NAME}罚款")
    keep_draft(case, "application-accepted", {"note": [NAME]}, drafter=held.officer, at=NOW)
    follow(TODAY)
    beside(home, held)
    return [party, *Party.objects.filter(id=held.party.party_id)]


def beside(home: Path, held: Office) -> None:
    """What stands beside the chain: a list that was written, a view, trays, ledgers sent in, an error."""
    (home / "exports").mkdir()
    (home / "exports" / "a.xlsx").write_bytes(word(NAME))
    Export.objects.create(
        officer=held.officer, kind="cases", asked={"query": quote(NAME)}, title=NAME, language="zh", asked_at=NOW,
        state=State.DONE, file="a.xlsx", ends=TODAY,
    )  # fmt: skip
    for query in (f"q={quote(NAME)}", "q=许"):
        View.objects.create(officer=held.officer, organ=held.market, name=query, query=query, made_at=NOW)
    for root, owner, kind in ((home / "trays", "account1", "ledgers"), (home / "reports", "organ1", "books")):
        for said in (NAME, OTHER):
            tray = Shelf(root, owner, kind).new(NOW)
            text = f"案号,当事人\n1,{said}\n".encode("gb18030")
            tray.intake().put("台账.csv", BytesIO(text), len(text))
    sent = home / "sent-in" / f"page-{'ab' * 16}" / "ledgers"
    sent.mkdir(parents=True)
    (sent / "台账.txt").write_text(NAME, encoding="utf-8")
    Outcome.objects.create(name="import", at=NOW, well=False, told={"error": "x", "said": f"{NAME}: wrong"})


def copies(home: Path) -> set[str]:
    """Where a word that names the party stands: tables, the file of the database, folders."""
    found = {name for name, model in tables().items() if any(_in(line) for line in lines(model))}
    found |= {path.relative_to(home).parts[0] for path in home.rglob("*") if path.is_file() and holds(path, WORDS)}
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        found |= {
            one.suffix
            for one in file.parent.glob(f"{file.name}*")
            if _in(_read_elsewhere(one).decode("utf-8", "ignore"))
        }
    return found


def _read_elsewhere(file: Path) -> bytes:
    """What a file holds, read by another process: closing it in this one would give SQLite's locks on it away."""
    read = "import pathlib, sys; sys.stdout.buffer.write(pathlib.Path(sys.argv[1]).read_bytes())"
    return subprocess.run([sys.executable, "-I", "-c", read, file], check=True, capture_output=True).stdout


def _in(text: str) -> bool:
    return any(one in text or quote(one) in text for one in WORDS)


def test_no_copy_of_a_party_that_is_forgotten_is_left(home: Path) -> None:
    parties = laid(home)
    before, entries = copies(home), EntryRow.objects.count()
    files = set(store().digests())

    for party in parties:
        forget_party(party, actor=WITH_REASON)

    rows = {"chain_value", "papers_draft", "cases_act_draft", "views_view", "exports_export", "jobs_outcome"}
    assert before >= rows | {"files", "exports", "trays", "reports", "sent-in"}
    assert any(one.startswith(".sqlite3") for one in before) is (connection.vendor == "sqlite")
    assert copies(home) == set()
    assert EntryRow.objects.count() == entries + 4
    assert (faults(), list(row_faults(CHAINED)), list(file_faults())) == ([], [], [])
    left = [path.read_bytes().decode("gb18030") for path in sorted(home.glob("*/*/*/*/files/*.csv"))]
    assert (len(files), len(set(store().digests())), left.count(f"案号,当事人\n1,{OTHER}\n")) == (4, 1, 2)
    assert (list(View.objects.values_list("name", flat=True)), Case.objects.count()) == (["q=许"], 3)


def test_a_file_that_a_power_cut_left_is_destroyed_the_next_day(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parties = laid(home)
    monkeypatch.setattr("yifa.record.evidence.forgetting._destroy", lambda digests: None)
    for party in parties:
        forget_party(party, actor=WITH_REASON)
    assert "files" in copies(home)
    monkeypatch.undo()
    assert (destroy_what_is_left(), destroy_what_is_left()) == (3, 0)
    assert copies(home) == set()


@pytest.mark.parametrize("because", ["", f"{NAME}本人申请"])
def test_a_reason_is_asked_for_that_names_nobody(home: Path, because: str) -> None:
    parties = laid(home)
    before = copies(home)
    with pytest.raises(NotAParty, match="reason"):
        forget_party(parties[0], actor=replace(CLERK, because=because))
    assert copies(home) == before
