"""Texts that no longer hold: from the versions of statutes, and from the list of names nothing is counted by."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.law.catalogue import statutes
from yifa.law.catalogue.ended import Ended, ended_texts


@pytest.mark.parametrize(
    ("name", "ended"),
    [
        ("合同法", Ended("合同法", date(2021, 1, 1), "民法典 1260")),
        ("公司登记管理条例", Ended("公司登记管理条例", date(2022, 3, 1), "市场主体登记管理条例 55")),
        ("信访条例", Ended("信访条例", date(2022, 5, 1), "")),
    ],
)
def test_an_ended_text_is_known_with_its_first_day_without_it(name: str, ended: Ended) -> None:
    assert dict(ended_texts())[name] == ended


def test_no_statute_with_an_open_version_is_called_ended() -> None:
    names = {name for name, _ in ended_texts()}
    in_force = {
        name
        for statute in statutes()
        if any(version.valid.to is None for version in statute.versions)
        for name in (statute.title.zh, statute.title.short)
    }
    assert names & in_force == set()
