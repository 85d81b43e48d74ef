"""Addresses in templates."""

from __future__ import annotations

import pytest
from django.templatetags.static import static

from yifa.interfaces.ui import templating
from yifa.interfaces.ui.templating import asset, environment


def test_the_address_of_an_asset_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(templating, "static", lambda path: asked.append(path) or static(path))  # type: ignore[func-returns-value]
    asset.cache_clear()
    page = environment().from_string('{{ static("ui/sign.svg") }} {{ static("ui/keys.js") }}')

    told = [page.render() for _ in range(3)]

    assert told == [f"{static('ui/sign.svg')} {static('ui/keys.js')}"] * 3
    assert asked == ["ui/sign.svg", "ui/keys.js"]
    assert asset.cache_info().maxsize is not None
