"""Who was forgotten after a backup does not come back with it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as django_settings

from tests.record.evidence.files import word
from tests.record.register import CLERK, NOW, TODAY, register
from tests.record.safekeeping.elsewhere import elsewhere
from tests.record.there import WITH_REASON
from tests.record.verbs_of_files import item
from yifa.record.cases.actions import open_case, take_part
from yifa.record.cases.choices import Role
from yifa.record.cases.forgetting import forget_party
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import KeptValue
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.evidence.actions import destroy_file, keep_file
from yifa.record.evidence.choices import Sort
from yifa.record.evidence.queries import store
from yifa.record.parties.actions import rename_party
from yifa.record.parties.models import Party
from yifa.record.safekeeping.backing_up import back_up
from yifa.record.safekeeping.errors import NotKept
from yifa.record.safekeeping.forgotten import FORGOTTEN, Again, forget_again, gone_of, note_gone
from yifa.record.safekeeping.restoring import restore

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
NAMES = ("柳三春", "白露")
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A home of its own, with its backups in it."""
    places = {"home": tmp_path, "files": tmp_path / "files", "backups": tmp_path / "backups"}
    settings.KEEPING = replace(django_settings.KEEPING, **places)
    settings.YIFA_FILES, settings.TRAYS, settings.REPORTS = (tmp_path / one for one in ("files", "trays", "reports"))
    return tmp_path


def named() -> set[str]:
    """Which of the names are kept somewhere."""
    return {name for name in NAMES for value in KeptValue.objects.values_list("value", flat=True) if name in value}


def test_who_was_forgotten_after_a_backup_is_forgotten_again_when_it_is_brought_back(home: Path) -> None:
    market = register().market
    one, other = (open_case(market, "licence", n, actor=CLERK, on=TODAY, title=f"{NAMES[0]}申请") for n in ("4", "5"))
    parties = [
        take_part(one, Role.PARTY, actor=CLERK, on=TODAY, name=NAMES[0], identifier="11010519491231002X").party,
        take_part(one, Role.NAMED, actor=CLERK, on=TODAY, name=NAMES[1]).party,
    ]
    keep_file(one, BytesIO(word(NAMES[0])), "申请书", Sort.OBJECT, actor=CLERK, on=TODAY)
    keep_file(other, BytesIO(word("二")), "照片", Sort.OBJECT, actor=CLERK, on=TODAY)
    made = back_up(home / "backups", NOW, folders={"files": home / "files"})

    take_part(other, Role.PARTY, actor=CLERK, on=TODAY, name=NAMES[0], identifier="11010519491231002X")
    rename_party(Party.objects.get(id=parties[1].id), "白露茶行", actor=CLERK, on=TODAY)  # type: ignore[union-attr]
    for party in Party.objects.order_by("id"):
        forget_party(party, actor=WITH_REASON)
    told = (home / "backups" / FORGOTTEN).read_text(encoding="utf-8")
    assert (named(), len(gone_of(home / "backups")), any(name in told for name in NAMES)) == (set(), 4, False)

    with elsewhere(home):
        assert restore(made.folder, folders={"files": home / "files"}).holds
        assert (named(), len(set(store().digests()))) == (set(NAMES), 2)
        again = [forget_again(home / "backups", by="restore", now=NOW) for _ in range(2)]
        assert (again, named(), set(store().digests())) == ([Again(2, 2, 1), Again(0, 0, 0)], set(), set())
        assert (faults(), list(row_faults(CHAINED))) == ([], [])


def test_a_file_that_was_destroyed_is_told_with_the_next_backup(home: Path) -> None:
    case = open_case(register().market, "licence", "4", actor=CLERK, on=TODAY)
    keep_file(case, BytesIO(word("一")), "照片", Sort.OBJECT, actor=CLERK, on=TODAY)
    kept = item()
    destroy_file(kept, actor=WITH_REASON, on=TODAY)
    back_up(home / "backups", NOW)
    back_up(home / "backups", NOW)
    [told] = gone_of(home / "backups")
    assert (told.organ, told.because, told.commitments, told.files) == (
        "qp-market",
        WITH_REASON.because,
        (),
        (kept.title,),
    )


def test_a_line_that_broke_off_is_written_anew_and_any_other_is_told(home: Path) -> None:
    case = open_case(register().market, "licence", "4", actor=CLERK, on=TODAY)
    keep_file(case, BytesIO(word("一")), "照片", Sort.OBJECT, actor=CLERK, on=TODAY)
    destroy_file(item(), actor=WITH_REASON, on=TODAY)
    assert note_gone(home) == 1
    path = home / FORGOTTEN
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert (gone_of(home), note_gone(home), note_gone(home), path.read_bytes()) == ([], 1, 0, whole)
    path.write_bytes(b"{\n" + whole)
    with pytest.raises(NotKept, match="line 1 cannot be read"):
        gone_of(home)
