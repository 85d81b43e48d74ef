"""The page of the counter says only what is marked for translation, in either language, and names no other address."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from yifa.interfaces.counter.page import PLACED, SAID, asset, render
from yifa.wording import CHINESE, ENGLISH, language

ASSETS = files("yifa.interfaces.counter") / "assets"


def test_template_and_script_say_what_is_marked() -> None:
    template = (ASSETS / "counter.html").read_text(encoding="utf-8")
    script = (ASSETS / "counter.js").read_text(encoding="utf-8")
    assert set(re.findall(r'say\("([^"]+)"\)', template)) == set(PLACED)
    said = set(re.findall(r'say\(\s*"([^"]+)"', script)) | set(re.findall(r'\? "([^"]+)" : "([^"]+)"', script)[0])
    assert said <= set(SAID)


@pytest.mark.parametrize("tag", [CHINESE, ENGLISH])
def test_the_page_speaks_one_language_and_knows_the_day(tag: str) -> None:
    text = render(language(tag), date(2026, 8, 31))
    assert ("台账体检" in text) is (tag == CHINESE)
    assert 'value="2026-08-31"' in text
    assert not re.search(r"https?://", text)


def test_only_its_own_files_are_handed_out() -> None:
    assert asset("counter.js") is not None
    assert asset("ground.css") is not None
    assert [asset(name) for name in ("counter.html", "../page.py", "case.css", "")] == [None] * 4
