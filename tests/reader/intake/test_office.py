"""LibreOffice where it is installed: a program of that name stands in for it; the real one is tried if there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.reader.intake.made_docx import docx, p
from tests.reader.intake.made_ole import doc
from tests.reader.intake.report import TEXT
from tests.reader.intake.worked import FIXTURES
from yifa.reader.intake import Refused, take_in
from yifa.reader.intake.office import convert, office_program
from yifa.reader.intake.packages import Package
from yifa.reader.intake.word_document import read_docx
from yifa.wording import language

STAND_IN = """#!{python}
import shutil, sys, time
from pathlib import Path
time.sleep({sleep})
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir(parents=True)
shutil.copy({made!r}, out / "in.docx")
"""


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


def install(programs: Path, made: bytes, sleep: float = 0) -> None:
    kept = programs.parent / "made.docx"
    kept.write_bytes(made)
    program = programs / "soffice"
    program.write_text(STAND_IN.format(python=sys.executable, sleep=sleep, made=str(kept)))
    program.chmod(0o755)


def test_without_it_nothing_is_converted(nothing_installed: Path) -> None:
    assert (office_program(), convert(b"x", ".doc")) == (None, None)


def test_what_it_makes_is_handed_back(nothing_installed: Path) -> None:
    install(nothing_installed, docx(p("办结12件")))

    assert read_docx(Package(convert(b"x", ".doc") or b"")).text == "办结12件\n"


def test_when_it_takes_too_long_it_is_ended(nothing_installed: Path) -> None:
    install(nothing_installed, docx(p("办结12件")), sleep=60)

    assert convert(b"x", ".doc", seconds=1) is None


def test_an_old_word_file_is_read_with_it_and_says_so(nothing_installed: Path, tmp_path: Path) -> None:
    install(nothing_installed, docx(p("办结12件")))
    old = tmp_path / "旧.doc"
    old.write_bytes(doc("甲\r", version=0x65))

    found = take_in(old, speech=language("en"))

    assert (found.text, found.format) == ("办结12件\n", "doc")
    assert [damage.kind for damage in found.damage] == ["read_by_office"]


def test_without_it_an_old_word_file_is_refused_with_the_remedy(nothing_installed: Path, tmp_path: Path) -> None:
    old = tmp_path / "旧.doc"
    old.write_bytes(doc("甲\r", version=0x65))

    with pytest.raises(Refused) as refused:
        take_in(old, speech=language("en"))

    assert refused.value.refusal.reason == "old_format"
    assert "LibreOffice" in refused.value.refusal.message


def test_a_file_that_it_cannot_help_with_is_refused_for_its_own_reason(nothing_installed: Path, tmp_path: Path) -> None:
    install(nothing_installed, b"no zip")
    broken = tmp_path / "坏.doc"
    broken.write_bytes(doc("甲\r")[:600])

    with pytest.raises(Refused) as refused:
        take_in(broken, speech=language("en"))

    assert refused.value.refusal.reason == "broken"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_the_real_one_opens_a_word_file() -> None:
    made = convert((FIXTURES / "report.doc").read_bytes(), ".doc")

    assert read_docx(Package(made or b"")).text == TEXT
