"""Ten thousand cases of one office, copied past the verbs from one that was laid: for looking at long lists."""

from __future__ import annotations

from datetime import timedelta

from demo.city_office import Laid
from yifa.oversight.standing.models import Standing
from yifa.record.cases.models import Case
from yifa.record.scope import everything

MANY = 10_000
PATTERN = "青市监案〔2026〕42号"


def lay_many(laid: Laid) -> None:
    """So many cases beside those that are there, opened on the days before."""
    of = laid.cases[PATTERN]
    with everything("a test"):
        held = Standing.objects.get(case=of)
        told = {one.attname: getattr(held, one.attname) for one in Standing._meta.concrete_fields}
        made = Case.objects.bulk_create(
            [
                Case(
                    organ=of.organ,
                    procedure=of.procedure,
                    number=f"青市监案〔2025〕{number}号",
                    title=of.title,
                    opened=of.opened - timedelta(days=number % 300),
                )
                for number in range(MANY)
            ],
            batch_size=1_000,
        )
        rows = [Standing(**told | {"case_id": one.id, "opened": one.opened}) for one in made]
        Standing.objects.bulk_create(rows, batch_size=1_000)
