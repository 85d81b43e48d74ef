"""The command names, measures and writes down what is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import __main__ as command
from bench.workload import Outcome, Size, Workload

OUTCOME = Outcome((), notes=("Noted.",))


def workload(name: str, outcome: Outcome = OUTCOME) -> Workload:
    return Workload(name, f"What of {name}?", lambda size: outcome)


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ([], ["room.one", "room.two", "other.one"]),
        (["room"], ["room.one", "room.two"]),
        (["other", "room.two"], ["room.two", "other.one"]),
    ],
)
def test_workloads_are_chosen_by_name_or_by_room(asked: list[str], chosen: list[str]) -> None:
    known = [workload(name) for name in ("room.one", "room.two", "other.one")]

    assert [one.name for one in command.choose(asked, known)] == chosen


def test_an_unknown_name_is_answered_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main(["clock", "tide"])

    assert left.value.code == 2
    assert "no workload is called 'tide'; there are clock, clock.columns, clock.single" in capsys.readouterr().err


def test_listing_names_every_workload_and_what_it_asks(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--list"]) == 0

    said = capsys.readouterr().out
    assert [one.name for one in command.WORKLOADS if one.name in said.splitlines()] == [
        one.name for one in command.WORKLOADS
    ]


def test_measuring_prints_and_writes_and_says_nothing_of_the_machine_s_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out" / "bench.json"

    assert command.measure([workload("room.one")], Size.TINY, output) == 0

    written = json.loads(output.read_text(encoding="utf-8"))
    assert (written["schema"], written["size"], [one["name"] for one in written["workloads"]]) == (
        "yifa.bench/1",
        "tiny",
        ["room.one"],
    )
    assert set(written["machine"]) == {
        "processor",
        "cores",
        "memory_gb",
        "load_before",
        "system",
        "python",
        "packages",
    }
    assert "## room.one\n\nWhat of room.one?\n\n- Noted.\n" in capsys.readouterr().out


def test_answers_that_disagree_are_a_failure(tmp_path: Path) -> None:
    outcome = Outcome((), faults=("by heart is wrong",))

    assert command.measure([workload("room.one", outcome)], Size.TINY, tmp_path / "bench.json") == 1
