"""The reader's workload runs on the invented reports, and no number is lost between its stages."""

from __future__ import annotations

import pytest

from bench import reader
from bench.workload import Size


def test_the_workload_runs_at_tiny_size_and_counts_what_each_stage_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "recognised", len)  # the libraries beside it are installed by `make bench` only
    monkeypatch.setattr(reader, "jionlp_found", len)

    outcome = reader.measure_stages(Size.TINY)

    assert outcome.faults == ()
    (found,) = outcome.races
    assert found.answers[reader.NUMBERS] == found.answers[reader.SUBJECTS] > 100
    assert found.standings[0].name == reader.SCAN


def test_a_number_lost_on_the_way_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "recognised", len)
    monkeypatch.setattr(reader, "jionlp_found", len)
    monkeypatch.setattr(reader, "give_subjects", lambda prepared, numbers: tuple(numbers)[1:])

    assert reader.measure_stages(Size.TINY).faults == ("a number lost on the way to its subject",)
