"""Settings from the environment."""

from __future__ import annotations

from dataclasses import fields
from datetime import time
from pathlib import Path

import pytest

from yifa.project.configuration import Configuration, WrongSetting, variable


def test_everything_has_a_default() -> None:
    configuration = Configuration.from_environment({})

    assert configuration.lang == "zh"
    assert configuration.calendars == configuration.home / "calendars"


def test_settings_are_read_from_the_environment() -> None:
    configuration = Configuration.from_environment({"YIFA_LANG": "en", "YIFA_HOME": "~/yifa-data"})

    assert configuration.lang == "en"
    assert configuration.home == Path("~/yifa-data").expanduser()


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(WrongSetting, match="YIFA_LANG is 'klingon'; expected zh or en"):
        Configuration.from_environment({"YIFA_LANG": "klingon"})


def test_every_setting_has_help_in_both_languages() -> None:
    names = [variable(one) for one in fields(Configuration)]
    assert names[:3] == ["YIFA_LANG", "YIFA_HOME", "YIFA_DATABASE"]
    assert len(set(names)) == len(names)
    for one in fields(Configuration):
        assert one.metadata["zh"]
        assert one.metadata["en"]


def test_times_numbers_and_names_are_read_as_what_they_are() -> None:
    said = {"YIFA_SEAL_AT": "07:05", "YIFA_BACKUPS_KEPT": "3", "YIFA_HOSTS": "yifa.example, oa.example,"}
    configuration = Configuration.from_environment(said)

    assert (configuration.seal_at, configuration.backups_kept) == (time(7, 5), 3)
    assert configuration.hosts == ("yifa.example", "oa.example")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("YIFA_SEAL_AT", "half past six", "expected a time of the day such as 18:30"),
        ("YIFA_BACKUPS_KEPT", "0", "expected a whole number from 1"),
        ("YIFA_REQUESTS", "many", "expected a whole number from 1"),
    ],
)
def test_what_is_no_time_or_number_is_refused_by_name(name: str, value: str, told: str) -> None:
    with pytest.raises(WrongSetting, match=f"{name} is '{value}'; {told}"):
        Configuration.from_environment({name: value})


def test_the_digest_is_one_that_is_known_and_can_be_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        Configuration.from_environment({}).digest,
        Configuration.from_environment({"YIFA_DIGEST": "SM3"}).digest,
    ) == (
        "sha256",
        "sm3",
    )
    with pytest.raises(WrongSetting, match="YIFA_DIGEST is 'md5'; expected sha256 or sm3"):
        Configuration.from_environment({"YIFA_DIGEST": "md5"})

    def none(_: str) -> None:
        raise ValueError("unsupported hash type")

    monkeypatch.setattr("yifa.project.configuration.hashlib.new", none)
    with pytest.raises(WrongSetting, match="YIFA_DIGEST is sm3, which this Python cannot make"):
        Configuration.from_environment({"YIFA_DIGEST": "sm3"})
