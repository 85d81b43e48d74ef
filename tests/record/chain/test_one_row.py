"""Verbs of one row: told as any verb tells it, behind whoever was quicker, and not at all where something fails."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from tests.record.register import BEGAN, NOW, TODAY, register
from yifa.record.chain.chained import Chained
from yifa.record.chain.models import EntryRow
from yifa.record.chain.one_row import TRIES, write_one
from yifa.record.chain.queries import faults, rows
from yifa.record.chain.telling_rows import row_faults
from yifa.record.chain.writing import NotWriting, verb
from yifa.record.organs.models import Organ, OrganName
from yifa.record.scope import everything

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("reading_everything")]
CHAINED = [model for model in apps.get_models() if issubclass(model, Chained)]


def named(organ: Organ, name: str) -> OrganName:
    return OrganName(organ=organ, name=name, short="", first=BEGAN)


def written(organ: Organ, name: str) -> OrganName:
    about = {"sheet": "1", "ways": ["x"]}
    return write_one(
        named(organ, name), "named", organ=organ.code, by="clerk", on=TODAY, recorded=NOW, because="补录", about=about
    )


def names_told() -> list[str]:
    return [json.loads(text)["what"]["rows"][0]["row"].get("name", "") for _, text, _ in rows("qp-market")]


def test_one_row_is_told_as_any_verb_tells_it() -> None:
    organ = register().market
    one = written(organ, "青屏县\\市场")
    with verb(
        "named",
        organ="qp-market",
        by="clerk",
        on=TODAY,
        recorded=NOW,
        because="补录",
        about={"sheet": "1", "ways": ["x"]},
    ) as writing:
        [other] = writing.insert(named(organ, "青屏县\\市场"))
    assert one.told_in is not None
    assert other.told_in is not None
    told, like = one.told_in.text, other.told_in.text
    whats = [json.loads(text)["what"] for text in (told, like)]
    assert [what["rows"][0]["row"].pop("id") for what in whats] == [one.id, other.id]
    assert (whats[0], other.told_in.number) == (whats[1], one.told_in.number + 1)
    assert (OrganName.objects.get(id=one.id).name, one._state.adding) == ("青屏县\\市场", False)
    assert (faults(), list(row_faults(CHAINED))) == ([], [])


@pytest.mark.parametrize("often", [1, TRIES])
def test_who_is_overtaken_is_told_behind(often: int) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite writers take turns")
    organ = register().market
    left = iter(range(often))

    def beside(place: int) -> None:
        with everything("a test"):
            written(organ, f"quicker {place}")
        connection.close()

    def overtaken(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("WITH moved") and (place := next(left, None)) is not None:
            other = threading.Thread(target=beside, args=(place,))
            other.start()
            other.join()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtaken):
        one = written(organ, "mine")
    assert names_told()[-often - 1 :] == [*(f"quicker {place}" for place in range(often)), "mine"]
    assert OrganName.objects.get(name="mine").id == one.id
    assert (faults(), list(row_faults(CHAINED))) == ([], [])


def test_what_cannot_be_written_leaves_nothing_and_verbs_do_not_stand_inside_one_another() -> None:
    organ = register().market
    before = EntryRow.objects.count(), OrganName.objects.count()
    with pytest.raises(IntegrityError):
        written(Organ(id=999_999, code="qp-market"), "nowhere")
    with pytest.raises(NotWriting), transaction.atomic():
        inside(organ)
    assert (EntryRow.objects.count(), OrganName.objects.count(), faults()) == (*before, [])


def inside(organ: Organ) -> None:
    with verb("outer", organ=organ.code, by="clerk", on=TODAY, recorded=NOW):
        written(organ, "x")
