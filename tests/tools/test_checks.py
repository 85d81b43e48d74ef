"""The checks of the house find what they look for."""

from __future__ import annotations

from pathlib import Path

import pytest

from check_house import CHECKS, main
from checks import commits, pages
from checks.commits import host_faults, long_faults

HOUSE = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little tree whose files the checks look at instead of ours."""
    monkeypatch.setattr(commits, "HOUSE", tmp_path)
    monkeypatch.setattr(pages, "HOUSE", tmp_path)
    monkeypatch.setattr(commits, "tracked", lambda: sorted(path for path in tmp_path.rglob("*") if path.is_file()))
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        "https://py" + "pi.org/simple",
        "files.python" + "hosted.org",
        "registry.npm" + "js.org",
        "/wor" + "k/main/x",
        "/home/" + "li/x",
    ],
)
def test_a_registry_host_or_a_machine_path_is_found_with_its_line(tree: Path, line: str) -> None:
    (tree / "lock.txt").write_text(f"fine\n{line}\n")

    faults = host_faults()
    assert len(faults) == 1
    assert faults[0].startswith("lock.txt:2: ")


def test_paths_inside_the_house_and_addresses_of_the_web_are_fine(tree: Path) -> None:
    (tree / "notes.md").write_text("see tools/home/x, https://example.org/work/x and docs/root/y\n")
    (tree / "picture.png").write_bytes(b"\xff\xfe\x00/root/")

    assert host_faults() == []


def test_a_file_longer_than_one_purpose_is_found(tree: Path) -> None:
    (tree / "long.py").write_text("x = 1\n" * 401)
    (tree / "short.py").write_text("x = 1\n" * 400)
    (tree / "long.md").write_text("x\n" * 4000)

    assert long_faults() == ["long.py: 401 lines"]


def test_a_link_that_leads_nowhere_is_found(tree: Path) -> None:
    (tree / "there.md").write_text("# There\n")
    (tree / "page.md").write_text("[a](there.md) [b](gone.md#part) [c](https://example.org) [d](#part)\n")

    assert pages.link_faults() == ["page.md: link to gone.md leads nowhere"]


def test_every_check_has_an_id_and_a_sentence_and_stands_on_its_page() -> None:
    page = (HOUSE / "docs" / "lookup" / "checks.md").read_text(encoding="utf-8")

    assert len({check.id for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert f"| `{check.id}` | {check.sentence} |" in page


def test_a_fault_is_printed_and_fails(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    import check_house  # noqa: PLC0415

    broken = check_house.Check("broken", "Nothing is broken.", lambda: ["a.py:1: broken"])
    monkeypatch.setattr(check_house, "CHECKS", [broken])

    assert main([]) == 1
    assert "a.py:1: broken" in capsys.readouterr().out
    monkeypatch.setattr(check_house, "CHECKS", [broken._replace(faults=list)])
    assert main([]) == 0


def test_what_a_program_beside_finds_fails_too(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    import check_house  # noqa: PLC0415

    fails, passes = (
        check_house.Check(
            f"exits-{code}", "A program.", check_house.Program("python", "-c", f"print('x:1'); exit({code})")
        )
        for code in (1, 0)
    )
    fine = check_house.Check("fine", "Nothing.", list)
    for checks, code in (([fails, passes, fine], 1), ([passes, fine], 0)):
        monkeypatch.setattr(check_house, "CHECKS", checks)
        assert main([]) == code
        told = capsys.readouterr().out
        assert {one.id for one in checks} == {line.split()[1] for line in told.splitlines() if "(" in line}
        assert ("x:1" in told) is bool(code)


def test_an_unknown_check_is_named(capsys) -> None:
    assert main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err
