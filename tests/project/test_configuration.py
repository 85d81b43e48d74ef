"""Settings from the environment."""

from __future__ import annotations

from dataclasses import fields
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
    assert [variable(one) for one in fields(Configuration)] == ["YIFA_LANG", "YIFA_HOME", "YIFA_DATABASE"]
    for one in fields(Configuration):
        assert one.metadata["zh"]
        assert one.metadata["en"]
