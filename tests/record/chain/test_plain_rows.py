"""Many rows at once: whatever signs stand in a text, it is kept and told as it was said."""

from __future__ import annotations

import pytest
from django.apps import apps

from tests.record.register import BEGAN, NOW, TODAY, register
from yifa.record.chain.actions import Personal
from yifa.record.chain.chained import Chained, values_of
from yifa.record.chain.queries import faults
from yifa.record.chain.telling_rows import row_faults
from yifa.record.chain.writing import verb
from yifa.record.organs.models import Officer, OrganName

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reading_everything")]
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]
SAID = ["青屏县", "", r"\N", "\\", r"a\tb", "a\tb", "a\nb", "a\r\nb", r"\.", "a\\", "\\\n", '"', "'", "\x1f", "é", "🀄"]


@pytest.mark.parametrize("said", [SAID, SAID[:2]], ids=["signs", "plain"])
def test_texts_are_kept_as_they_were_said(said: list[str]) -> None:
    organ = register().market
    with verb("imported", organ="qp-market", by="clerk", on=TODAY, recorded=NOW) as writing:
        names = [
            {"organ_id": organ.id, "name": one, "short": "", "first": BEGAN, "last": TODAY if place % 2 else None}
            for place, one in enumerate(said)
        ]
        writing.spread(OrganName, [names])
        officers = [
            {"organ_id": organ.id, "number": str(place), "name": Personal(one)} for place, one in enumerate(said)
        ]
        writing.spread(Officer, [officers])
    rows = OrganName.objects.filter(id__in=[one["id"] for one in names]).order_by("id")
    assert list(rows.values_list("name", "short", "first", "last")) == [
        (one, "", BEGAN, TODAY if place % 2 else None) for place, one in enumerate(said)
    ]
    held = list(Officer.objects.filter(id__in=[one["id"] for one in officers]).order_by("id"))
    values = values_of(held)
    assert [values[one.name] for one in held] == said
    assert (faults(), list(row_faults(CHAINED))) == ([], [])
