"""Lists, forms and overlays are shown as the corpus declares them."""

from __future__ import annotations

import pytest

from demo.city_office import Laid
from tests.interfaces.office.conftest import At
from yifa.interfaces.office.dictionaries.collecting import added, forms
from yifa.law.catalogue.folders import folder
from yifa.wording import language

pytestmark = pytest.mark.django_db


def test_a_form_has_the_fields_of_its_act_and_the_words_one_chooses_from() -> None:
    [form] = [one for one in forms("penalty-ordinary", language("zh")) if one.id == "decision-made"]
    [result] = [one for one in form.fields if one.name == "result"]

    assert len(form.fields) == len(folder("penalty-ordinary").procedure.acts["decision-made"].fields)
    assert result.type == "从下列词语中选一项"
    assert len(result.words) == len(folder("penalty-ordinary").procedure.fields["result"].words)


def test_an_overlay_tells_what_it_adds_and_for_whom_it_holds(laid: Laid, at: At) -> None:
    text = at("officer").get("/dictionaries/overlays/samr/").content.decode()

    assert "县市场监管局" in text
    assert all(one.title in text for one in added("samr", language("zh")))
    assert at("officer").get("/dictionaries/overlays/nonsense/").status_code == 404
