"""The list of kinds of damage."""

from __future__ import annotations

import re

import pytest

from yifa.reader.intake.defects import SEVERITIES
from yifa.reader.text import DamageKind, damage_kind, damage_kinds
from yifa.reader.text.catalogue import shown
from yifa.wording import language


def test_every_kind_has_an_id_of_its_own() -> None:
    ids = [kind.id for kind in damage_kinds()]

    assert len(ids) == len(set(ids))
    assert [damage_kind(identity).id for identity in ids] == ids


def test_the_kinds_of_intake_are_listed_with_its_severities() -> None:
    assert {identity: damage_kind(identity).severity for identity in SEVERITIES} == SEVERITIES


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        damage_kind("no-such-damage")


@pytest.mark.parametrize("kind", damage_kinds(), ids=lambda kind: kind.id)
def test_a_kind_is_told_in_chinese(kind: DamageKind) -> None:
    told = [language("zh").catalogue.gettext(message) for message in (kind.title, kind.meaning, kind.message)]

    assert [words for words in told if not re.search("[一-龥]", words)] == []


def test_a_long_place_is_shown_cut() -> None:
    assert shown("一\n 二\t三" + "四" * 40) == "一 二 三" + "四" * 18 + "…"
