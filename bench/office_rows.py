"""A million cases, made quickly: judged patterns, copied row by row into the tables under other names and organs.

What is copied was opened by verbs and judged; the copies bypass both, and no chain tells of them. It is for asking, and
for nothing else.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, models, transaction

from demo.office_cases import cases as histories
from yifa.oversight.standing.judging import judged
from yifa.oversight.standing.models import Gram, Mark, Place, Standing
from yifa.oversight.standing.searching import digest, pairs
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.accounts.actions import open_account, own_password_set
from yifa.record.cases.actions import open_case
from yifa.record.cases.choices import Role, State
from yifa.record.cases.columns import facts_of_many
from yifa.record.cases.models import Act, Case, Participant
from yifa.record.chain.canonical import canonical
from yifa.record.chain.models import KeptValue, sought_by
from yifa.record.organs.actions import Actor, appoint, relate, set_up
from yifa.record.organs.choices import Kind, Level, RelationKind
from yifa.record.organs.models import Officer, Organ
from yifa.record.parties.models import Party

OFFICES = 25
"""So many offices of a county."""
PARTIES = 60
"""So many parties of an office."""
CLOSED = 0.85
PASSWORD = "Qingping-2026"  # noqa: S105 - of a database that goes with the measurement
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "一二三四五六七八九十春夏秋冬东西南北山水"
TRADES = ("食品", "药品", "建材", "服装", "餐饮", "运输", "装饰", "五金", "文具", "粮油", "茶叶", "电器")
MATTERS = ("无照经营", "标签不符", "超过保质期", "占道经营", "虚假宣传", "未按规定储存", "使用不合格计量器具")


@dataclass(frozen=True)
class Pattern:
    """A judged case: its own columns, and the rows of its acts and marks and of its standing."""

    procedure: str
    opened: date
    state: str
    acts: tuple[Act, ...]
    standing: Standing
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class City:
    """What was laid: the offices, one of whose counties the supervisor sees; who can sign in."""

    offices: tuple[Organ, ...]
    handlers: dict[int, list[int]]
    supervisor: Officer
    handler: Officer


def city(moment: datetime, days: int, counties: int) -> tuple[City, list[Pattern]]:
    """The organs and officers, by verbs; and the patterns, of histories that ended on so many days."""
    actor, on = Actor("bench", moment), moment.date()
    began = on - timedelta(days=3000)
    offices, handlers = [], {}
    for county in range(counties):
        head = _organ(f"c{county}", f"{county}号县人民政府", Kind.GOVERNMENT, actor, began)
        for office in range(OFFICES):
            made = _organ(f"c{county}-{office}", f"{county}号县第{office}局", Kind.DEPARTMENT, actor, began)
            relate(made, RelationKind.BELONGS_TO, head, actor=actor, on=began)
            people = [appoint(made, str(one), f"办案员{one}", actor=actor, on=began) for one in range(3)]
            handlers[made.id] = [one.id for one in people]
            offices.append(made)
        if county == 0:
            supervisor = appoint(head, "s", "督一", actor=actor, on=began)
            give_role(supervisor, RoleName.SUPERVISOR, head, actor=actor, on=began)
    handler = Officer.objects.get(id=handlers[offices[0].id][0])
    give_role(handler, RoleName.HANDLER, offices[0], actor=actor, on=began)
    for officer, name in ((supervisor, "supervisor"), (handler, "handler")):
        own_password_set(open_account(officer, name, PASSWORD, actor=actor, on=on), on)
    laid = City(tuple(offices), handlers, supervisor, handler)
    return laid, list(_patterns(offices[0], handlers[offices[0].id], actor, on, days))


def _organ(code: str, name: str, kind: Kind, actor: Actor, on: date) -> Organ:
    return set_up(code, name, actor=actor, on=on, kind=kind, level=Level.COUNTY, short=name)


def _patterns(organ: Organ, people: Sequence[int], actor: Actor, today: date, days: int) -> Iterator[Pattern]:
    """Each history twice: as it is today, and as a closed case."""
    who = {number: f"officer{people[place % 3]}" for place, number in enumerate(("0412", "0415", "0403", "0407"))}
    who |= dict.fromkeys(("0402", "0401", "0511", "0611", "0211", "0221"), f"officer{people[0]}")
    for place in range(days):
        ended = today - timedelta(days=place * 2)
        for number, one in enumerate(histories(ended, who)):
            on = one.acts[0].on or one.opened
            case = open_case(organ, one.procedure, f"样{place}-{number}", actor=actor, on=on, acts=one.acts)
            [(_, acts, facts)] = facts_of_many([case])
            for state in (State.OPEN, State.CLOSED):
                case.state = state
                found = judged(case, acts, facts, today)
                yield Pattern(one.procedure, case.opened, state, tuple(acts), found.standing, found.marks)


class Loader:
    """Rows written past Django: by COPY on PostgreSQL, many at once on SQLite. The columns not told have defaults."""

    def __init__(self, model: type[models.Model], *told: str) -> None:
        fields = [one for one in model._meta.concrete_fields if one.attname != "id" or "id" in told]
        blank = model()
        self.table = model._meta.db_table
        self.columns = [str(one.column) for one in fields]
        self.usual = [one.get_db_prep_save(getattr(blank, one.attname), connection) for one in fields]
        self.places = [self.columns.index(name) for name in told]

    def load(self, rows: Iterable[Sequence[Any]]) -> None:
        """Write rows, each with the values of the columns told."""
        names = ", ".join(f'"{one}"' for one in self.columns)
        filled = (self._filled(row) for row in rows)
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{self.table}" ({names}) FROM STDIN') as copy:
                    for row in filled:
                        copy.write_row(row)
                return
            marks = ", ".join("?" * len(self.columns))
            plain = connection.connection.cursor()
            while some := list(islice(filled, 5_000)):
                plain.executemany(f'INSERT INTO "{self.table}" ({names}) VALUES ({marks})', some)  # noqa: S608

    def _filled(self, row: Sequence[Any]) -> list[Any]:
        filled = self.usual.copy()
        for place, value in zip(self.places, row, strict=True):
            filled[place] = value
        return filled


def fill(laid: City, patterns: Sequence[Pattern], many: int, moment: datetime) -> None:
    """So many cases, with acts, participants, standings, marks and words; the indexes of words are made afterwards."""
    chance, today = random.Random(7), moment.date()
    first = (Case.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    values = _values(laid, chance)
    open_, closed = ([one for one in patterns if one.state == state] for state in (State.OPEN, State.CLOSED))
    told = []
    for number in range(many):
        organ = laid.offices[number % len(laid.offices)]
        of = chance.choice(closed if chance.random() < CLOSED else open_)
        back = 0 if of.state == State.OPEN else chance.randrange(0, 1500)
        title, party = chance.choice(values.titles[organ.id]), chance.choice(values.parties[organ.id])
        told.append((first + number, organ.id, of, timedelta(days=back), title, party, _number(number, today.year)))
    _cases(told)
    _beside(told, laid, first)
    _words(told, values)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _number(number: int, year: int) -> str:
    return f"青市监案〔{year - number % 5}〕{number}号"


@dataclass(frozen=True)
class _Values:
    titles: dict[int, list[tuple[int, str, str]]]
    """By office: the number, commitment and text of the values of titles."""
    parties: dict[int, list[tuple[int, int, str]]]
    """By office: party, value of its name, the name."""


def _values(laid: City, chance: random.Random) -> _Values:
    kept: list[tuple[str, str]] = []

    def keep(text: str) -> str:
        commitment = f"{len(kept):064x}"
        kept.append((commitment, text))
        return commitment

    names = {office.id: [_name(chance) for _ in range(PARTIES)] for office in laid.offices}
    of_parties = {id_: [(keep(one), one) for one in several] for id_, several in names.items()}
    titles = {
        id_: [(keep(text := f"{one}涉嫌{chance.choice(MATTERS)}案"), text) for one in several]
        for id_, several in names.items()
    }
    written = ((commitment, canonical(one)) for commitment, one in kept)
    Loader(KeptValue, "commitment", "salt", "value", "sought_by").load(
        (commitment, "0" * 64, value, sought_by(value)) for commitment, value in written
    )
    rows = [(id_, commitment) for id_, several in of_parties.items() for commitment, _ in several]
    Loader(Party, "organ_id", "kind", "name").load((organ, "organisation", name) for organ, name in rows)
    ids = dict(KeptValue.objects.filter(salt="0" * 64).values_list("commitment", "id"))
    parties = dict(Party.objects.filter(name__in=[one for _, one in rows]).values_list("name", "id"))
    return _Values(
        {organ: [(ids[one], one, text) for one, text in several] for organ, several in titles.items()},
        {organ: [(parties[one], ids[one], text) for one, text in several] for organ, several in of_parties.items()},
    )


def _name(chance: random.Random) -> str:
    owner = chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(2))
    return f"{owner}{chance.choice(TRADES)}有限公司"


Told = tuple[int, int, Pattern, timedelta, tuple[int, str, str], tuple[int, int, str], str]


def _cases(told: Sequence[Told]) -> None:
    load = Loader(Case, "id", "organ_id", "procedure", "number", "title", "opened", "state")
    load.load(
        (id_, organ, of.procedure, number, title[1], of.opened - back, of.state)
        for id_, organ, of, back, title, _, number in told
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('cases_case', 'id'), (SELECT max(id) FROM cases_case))"
            )


def _beside(told: Sequence[Told], laid: City, first: int) -> None:
    def later(day: date | None, back: timedelta) -> date | None:
        return None if day is None else day - back

    acts = Loader(Act, "case_id", "kind", "on", "fields", "recorded_at", "recorded_by", "came_from")
    prepared = {id(of): [(one, json.dumps(one.fields)) for one in of.acts] for _, _, of, *_ in told}
    stamp = next(of.acts[0].recorded_at for _, _, of, *_ in told if of.acts)
    acts.load(
        (id_, one.kind, later(one.on, back), fields, _moment(stamp), "bench", "{}")
        for id_, _, of, back, *_ in told
        for one, fields in prepared[id(of)]
    )
    parts = Loader(Participant, "case_id", "role", "officer_id", "party_id", "first")
    parts.load(
        row
        for id_, organ, of, back, _, party, _ in told
        for row in (
            (id_, Role.PARTY.value, None, party[0], of.opened - back),
            *((id_, Role.HANDLER.value, one, None, of.opened - back) for one in laid.handlers[organ][id_ % 2 :][:2]),
        )
    )
    columns = [one.attname for one in Standing._meta.concrete_fields if one.attname not in ("case_id", "organ_id")]
    standings = Loader(Standing, "case_id", "organ_id", *columns)
    kept = {id(of): [getattr(of.standing, name) for name in columns] for _, _, of, *_ in told}
    standings.load((id_, organ, *kept[id(of)]) for id_, organ, of, *_ in told)
    columns_of_marks = [one.attname for one in Mark._meta.concrete_fields]
    wanted = [name for name in columns_of_marks if name not in ("id", "case_id", "organ_id")]
    marks = Loader(Mark, "case_id", "organ_id", *wanted)
    rows = {id(of): [[getattr(one, name) for name in wanted] for one in of.marks] for _, _, of, *_ in told}
    marks.load((id_, organ, *row) for id_, organ, of, *_ in told for row in rows[id(of)])


def _moment(moment: datetime) -> Any:
    return moment if connection.vendor == "postgresql" else connection.ops.adapt_datetimefield_value(moment)


def _words(told: Sequence[Told], values: _Values) -> None:
    indexes = list(Gram._meta.indexes)
    with connection.schema_editor() as editor:
        for one in indexes:
            editor.remove_index(Gram, one)
    load = Loader(Gram, "gram", "organ_id", "case_id", "place", "value_id")
    by_text: dict[str, list[int]] = {}

    def of(text: str) -> list[int]:
        if text not in by_text:
            by_text[text] = [digest(one) for one in sorted(pairs(text))]
        return by_text[text]

    load.load(
        row
        for id_, organ, _, _, title, party, number in told
        for row in (
            *((one, organ, id_, Place.NUMBER.value, None) for one in map(digest, sorted(pairs(number)))),
            *((one, organ, id_, Place.TITLE.value, title[0]) for one in of(title[2])),
            *((one, organ, id_, Place.PARTY.value, party[1]) for one in of(party[2])),
        )
    )
    with connection.schema_editor() as editor:
        for one in indexes:
            editor.add_index(Gram, one)
