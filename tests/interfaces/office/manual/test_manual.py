"""The manual has a place for every screen of the office, a picture for every place, and is as its list says."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.interfaces.office.manual.screens import ELSEWHERE, LANGUAGES, chapters
from tests.interfaces.office.manual.writing import PAGES, PICTURES, pictures, written
from yifa.interfaces.office import urls
from yifa.interfaces.office.declaring import Kind

MOST_BYTES = 6 * 1024 * 1024
"""So much all pictures may weigh together: everybody who clones the house carries them."""


def test_every_page_of_the_office_that_is_a_screen_has_its_place_in_the_manual() -> None:
    declared = {one.name: one.callback.declared for one in urls.urlpatterns}
    screens = {name for name, told in declared.items() if told.kind is Kind.PAGE and "GET" in told.methods}
    listed = Counter(one.name for chapter in chapters() for one in chapter.screens)
    shown = {one.page for chapter in chapters() for one in chapter.screens}

    assert [name for name, many in listed.items() if many > 1] == []
    assert sorted(screens - shown) == sorted(ELSEWHERE)
    assert sorted(shown - screens) == []


def test_every_place_has_its_pictures_and_they_are_small() -> None:
    found = {path.name: path.stat().st_size for path in PICTURES.iterdir()}

    assert sorted(found) == sorted(pictures())
    assert sum(found.values()) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_is_as_its_list_says(language: str) -> None:
    if os.environ.get("WRITE_MANUAL"):
        PAGES[language].write_text(written(language), encoding="utf-8")

    assert PAGES[language].read_text(encoding="utf-8") == written(language)
