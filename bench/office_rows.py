"""A million cases, made quickly: judged patterns, multiplied inside the database under other names and organs.

What is multiplied was opened by verbs and judged; the copies bypass both, and no chain tells of them. It is for asking,
and for nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.db import models

from bench.bulk_rows import (
    as_moment,
    days_before,
    each_of,
    kept_apart,
    laid_out,
    loaded,
    loading,
    multiplied,
)
from demo.office_cases import cases as histories
from yifa.oversight.clues.models import Clue
from yifa.oversight.standing.following import follow
from yifa.oversight.standing.models import Gram, Mark, Place, Standing
from yifa.oversight.standing.searching import digest, pairs
from yifa.record.access.actions import give_role
from yifa.record.access.choices import RoleName
from yifa.record.accounts.actions import open_account, own_password_set
from yifa.record.cases.actions import open_case
from yifa.record.cases.choices import Role, State
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
SALT = "0" * 64
"""By which the values made here are known."""
PASSWORD = "Qingping-2026"  # noqa: S105 - of a database that goes with the measurement
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "一二三四五六七八九十春夏秋冬东西南北山水"
TRADES = ("食品", "药品", "建材", "服装", "餐饮", "运输", "装饰", "五金", "文具", "粮油", "茶叶", "电器")
MATTERS = ("无照经营", "标签不符", "超过保质期", "占道经营", "虚假宣传", "未按规定储存", "使用不合格计量器具")


@dataclass(frozen=True)
class City:
    """What was laid: the offices, one of whose counties the supervisor sees; who can sign in; the cases to multiply."""

    offices: tuple[Organ, ...]
    handlers: dict[int, list[int]]
    supervisor: Officer
    handler: Officer
    patterns: tuple[Case, ...]


def city(moment: datetime, days: int, counties: int) -> City:
    """The organs and officers, by verbs; and the patterns, of histories that ended on so many days, judged."""
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
    patterns = tuple(_patterns(offices[0], handlers[offices[0].id], actor, on, days))
    follow(on)
    return City(tuple(offices), handlers, supervisor, handler, patterns)


def _organ(code: str, name: str, kind: Kind, actor: Actor, on: date) -> Organ:
    return set_up(code, name, actor=actor, on=on, kind=kind, level=Level.COUNTY, short=name)


def _patterns(organ: Organ, people: Sequence[int], actor: Actor, today: date, days: int) -> Iterator[Case]:
    """Each history twice: as it is today, and as a closed case."""
    who = {number: f"officer{people[place % 3]}" for place, number in enumerate(("0412", "0415", "0403", "0407"))}
    who |= dict.fromkeys(("0402", "0401", "0511", "0611", "0211", "0221"), f"officer{people[0]}")
    for place in range(days):
        ended = today - timedelta(days=place * 2)
        for number, one in enumerate(histories(ended, who)):
            on = one.acts[0].on or one.opened
            for state in (State.OPEN, State.CLOSED):
                name = f"样{place}-{number}-{state}"
                case = open_case(organ, one.procedure, name, actor=actor, on=on, acts=one.acts)
                if state is State.CLOSED:
                    Case.objects.filter(id=case.id).update(state=state, version=2)
                    case.state = state
                yield case


def fill(laid: City, many: int, moment: datetime) -> None:
    """So many cases, with acts, participants, standings, marks, clues and the words they are found by."""
    chance, today = random.Random(7), moment.date()
    first = (Case.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    tables: tuple[type[models.Model], ...] = (Case, Act, Participant, Standing, Mark, Clue, Gram)
    words = _words(laid, chance)
    with loading(*tables):
        laid_out("told", _TOLD, _told(laid, words, many, first, today, chance))
        laid_out("handles", {"organ": "number", "turn": "number", "officer": "number"}, _handling(laid))
        laid_out("words", {"value": "number", "gram": "number", "place": "number"}, words.grams)
        _multiply(moment)


_TOLD = {
    "id": "number",
    "organ": "number",
    "pattern": "number",
    "back": "number",
    "title": "number",
    "commitment": "text",
    "party": "number",
    "party_value": "number",
    "number": "text",
    "grams": "text",
}
"""What is told of each case that is made: of which pattern, so many days back, with which title, party and number."""


@dataclass(frozen=True)
class _Words:
    titles: dict[int, list[tuple[int, str]]]
    """By office: the number and the commitment of the values of titles."""
    parties: dict[int, list[tuple[int, int]]]
    """By office: party, value of its name."""
    grams: list[tuple[int, int, int]]
    """Value, pair, place."""


def _words(laid: City, chance: random.Random) -> _Words:
    kept: list[tuple[str, str]] = []

    def keep(text: str) -> str:
        commitment = f"{len(kept):064x}"
        kept.append((commitment, text))
        return commitment

    names = {office.id: [_name(chance) for _ in range(PARTIES)] for office in laid.offices}
    of_parties = {id_: [keep(one) for one in several] for id_, several in names.items()}
    of_titles = {
        id_: [keep(f"{one}涉嫌{chance.choice(MATTERS)}案") for one in several] for id_, several in names.items()
    }
    written = ((commitment, canonical(one)) for commitment, one in kept)
    loaded(
        KeptValue,
        ("commitment", "salt", "value", "sought_by"),
        ((commitment, SALT, value, sought_by(value)) for commitment, value in written),
    )
    rows = [(id_, "organisation", commitment) for id_, several in of_parties.items() for commitment in several]
    loaded(Party, ("organ_id", "kind", "name"), rows)
    values = dict(KeptValue.objects.filter(salt=SALT).values_list("commitment", "id"))
    parties = dict(Party.objects.filter(name__in=[one for *_, one in rows]).values_list("name", "id"))
    texts = dict(kept)
    both = (of_titles, Place.TITLE), (of_parties, Place.PARTY)
    places = [(several, place) for of, place in both for several in of.values()]
    return _Words(
        {organ: [(values[one], one) for one in several] for organ, several in of_titles.items()},
        {organ: [(parties[one], values[one]) for one in several] for organ, several in of_parties.items()},
        [
            (values[one], digest(pair), place.value)
            for several, place in places
            for one in several
            for pair in sorted(pairs(texts[one]))
        ],
    )


def _name(chance: random.Random) -> str:
    owner = chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(2))
    return f"{owner}{chance.choice(TRADES)}有限公司"


def _told(
    laid: City, words: _Words, many: int, first: int, today: date, chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    open_, closed = ([one.id for one in laid.patterns if one.state == state] for state in (State.OPEN, State.CLOSED))
    for place in range(many):
        organ = laid.offices[place % len(laid.offices)].id
        finished = chance.random() < CLOSED
        back = chance.randrange(0, 1500) if finished else 0
        title, commitment = chance.choice(words.titles[organ])
        party, value = chance.choice(words.parties[organ])
        year = today.year - place % 5
        plain = f"青市监案{year}{place}号"
        grams = {_digest(plain[at : at + 2]) for at in range(len(plain) - 1)}
        pattern = chance.choice(closed if finished else open_)
        number = f"青市监案〔{year}〕{place}号"
        yield first + place, organ, pattern, back, title, commitment, party, value, number, str(sorted(grams))


_digest = cache(digest)


def _handling(laid: City) -> list[tuple[int, int, int]]:
    return [
        (organ, turn, one) for organ, people in laid.handlers.items() for turn in (0, 1) for one in people[turn:][:2]
    ]


def _multiply(moment: datetime) -> None:
    opened, cases = days_before("of.opened", "told.back"), kept_apart(Case, "id")
    multiplied(
        Case,
        {
            "id": "told.id",
            "organ_id": "told.organ",
            "procedure": "of.procedure",
            "number": "told.number",
            "title": "told.commitment",
            "opened": opened,
            "state": "of.state",
        },
        f"told JOIN {cases} of ON of.id = told.pattern",
    )
    multiplied(
        Act,
        {
            "case_id": "told.id",
            "kind": "of.kind",
            "on": days_before('of."on"', "told.back"),
            "fields": "of.fields",
            "recorded_at": as_moment(moment),
            "recorded_by": "of.recorded_by",
        },
        f"told JOIN {kept_apart(Act, 'case_id')} of ON of.case_id = told.pattern",
    )
    party = {"case_id": "told.id", "role": f"'{Role.PARTY.value}'", "party_id": "told.party", "first": opened}
    multiplied(Participant, party, f"told JOIN {cases} of ON of.id = told.pattern")
    handler = {
        "case_id": "told.id",
        "role": f"'{Role.HANDLER.value}'",
        "officer_id": "handles.officer",
        "first": opened,
    }
    multiplied(
        Participant,
        handler,
        f"told JOIN {cases} of ON of.id = told.pattern "
        "JOIN handles ON handles.organ = told.organ AND handles.turn = told.id % 2",
    )
    standing = _as_they_are(Standing) | {"opened": days_before("of.opened", "told.back")}
    multiplied(Standing, standing, f"told JOIN {kept_apart(Standing, 'case_id')} of ON of.case_id = told.pattern")
    for model in (Mark, Clue):
        multiplied(
            model, _as_they_are(model), f"told JOIN {kept_apart(model, 'case_id')} of ON of.case_id = told.pattern"
        )
    multiplied(
        Gram,
        {"gram": "value", "organ_id": "told.organ", "case_id": "told.id", "place": str(Place.NUMBER.value)},
        each_of("told", "told.grams"),
    )
    for place, value in ((Place.TITLE, "told.title"), (Place.PARTY, "told.party_value")):
        columns = {"gram": "words.gram", "organ_id": "told.organ", "case_id": "told.id", "value_id": value}
        multiplied(
            Gram,
            columns | {"place": str(place.value)},
            f"told JOIN words ON words.value = {value} AND words.place = {place.value}",
        )


def _as_they_are(model: type[models.Model]) -> dict[str, str]:
    """The columns of a pattern, those of the case and the organ aside."""
    columns = [str(one.column) for one in model._meta.concrete_fields if one.attname != "id"]
    own = {"case_id": "told.id", "organ_id": "told.organ"}
    return {name: own.get(name, f'of."{name}"') for name in columns}
