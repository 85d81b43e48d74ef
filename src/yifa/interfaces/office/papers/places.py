"""The places of a form, and what the case tells of each: 〔案号〕, 〔立案.日期〕, 〔作出决定.罚款数额：大写〕.

A place that no case tells is for whoever writes the paper; number and day of the paper are known when it is issued.
Papers are written in Chinese, whatever language the page speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from yifa.interfaces.case_telling import tell_value
from yifa.interfaces.documents.forms.capital_amounts import capital_amount
from yifa.interfaces.office.names import names_of
from yifa.law.conditions import Type
from yifa.law.run.told import told_act
from yifa.record.cases.choices import Role
from yifa.record.cases.columns import act_of, procedure_of, standing
from yifa.record.cases.models import Act, Case
from yifa.record.chain.chained import values_of
from yifa.record.despatch.models import Sheet
from yifa.record.organs.choices import Kind, RelationKind
from yifa.record.organs.models import Certificate, Officer, Relation
from yifa.record.organs.queries import name_of, on_day
from yifa.record.papers.models import Document
from yifa.wording import language

CHINESE = language("zh")
NUMBER, DATED = "文号", "成文日期"
WHEN_ISSUED = (NUMBER, DATED)
"""Places that are filled when the paper is issued."""
CAPITAL = "：大写"
_IN_TEXT = re.compile("〔([^〔〕]+)〕")
_PEOPLE = {"当事人": Role.PARTY, "第三人": Role.THIRD_PARTY, "代理人": Role.REPRESENTATIVE}


@dataclass(frozen=True)
class Place:
    """A place of a form. `told`: what the case says of it; `known`: whether a case could say it at all."""

    name: str
    told: str = ""
    known: bool = False
    hint: str = ""

    @property
    def label(self) -> str:
        """Its name as people read it: 立案日期 for 立案.日期."""
        of, dot, what = self.name.partition(".")
        joined = f"{of}{what}" if what in ("日期", "文号") else f"{of}：{what}"
        whole = joined if dot else self.name
        return f"{whole.removesuffix(CAPITAL)}（大写）" if whole.endswith(CAPITAL) else whole

    @property
    def when_issued(self) -> bool:
        """Whether it is filled when the paper is issued."""
        return self.name in WHEN_ISSUED


def chinese_day(day: date) -> str:
    """A day as papers write it: 2026年3月3日."""
    return f"{day.year}年{day.month}月{day.day}日"


@dataclass
class CaseWords:
    """What a case tells, looked up by the names of places; `act`: whose paper it is, as its last sheet proposes it."""

    case: Case
    day: date
    act: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    def places(self, names: Sequence[str], hints: Mapping[str, str]) -> list[Place]:
        """The places of a form, in their order."""
        return [self._place(name, hints.get(name, "")) for name in names]

    def said(self, text: str) -> str:
        """A text with the places in it filled; blank where the case does not tell one of them."""
        told = {name: self._told(name) for name in _IN_TEXT.findall(text)}
        return _IN_TEXT.sub(lambda match: told[match[1]] or "", text) if all(told.values()) else ""

    def _place(self, name: str, hint: str) -> Place:
        if name in WHEN_ISSUED:
            return Place(name, known=True)
        told = self._told(name)
        return Place(name, told or "", told is not None, hint)

    def _told(self, name: str) -> str | None:
        """What the case says; blank where it could say it and does not, None where no case says such a thing."""
        if name in self.more:
            return self.more[name]
        if name in _PEOPLE:
            return "、".join(self._people(_PEOPLE[name]))
        own = {
            "机关名称": lambda: name_of(self.case.organ, self.day),
            "本级政府名称": lambda: self._government,
            "案号": lambda: self.case.number,
            "案件名称": lambda: self._title,
            "案由": lambda: self._title.removeprefix("、".join(self._people(Role.PARTY))).removeprefix("的"),
            "当事人证件号码": lambda: "、".join(self._identifiers),
            "承办人": lambda: "、".join(self._handlers),
            "承办人及证号": lambda: "、".join(
                f"{one}（{held}）" if held else one for one, held in self._handlers.items()
            ),
            "今日": lambda: chinese_day(self.day),
        }
        if name in own:
            return own[name]()
        return self._of_act(*name.split(".", 1)) if "." in name else None

    @property
    def _government(self) -> str:
        """For which government the organ acts: itself, where it is one, else that it belongs to (行政复议法 4)."""
        organ = self.case.organ
        if organ.kind == Kind.GOVERNMENT:
            return name_of(organ, self.day)
        above = Relation.objects.filter(organ=organ, kind=RelationKind.BELONGS_TO, to__kind=Kind.GOVERNMENT)
        found = on_day(above, self.day).select_related("to").order_by("id").first()
        return name_of(organ if found is None else found.to, self.day)

    @property
    def _title(self) -> str:
        return str(values_of([self.case]).get(self.case.title, ""))

    @cached_property
    def _participants(self) -> list[Any]:
        return list(self.case.participants.filter(last=None).select_related("officer", "party").order_by("id"))

    @cached_property
    def _values(self) -> dict[str, Any]:
        rows = [one.officer or one.party for one in self._participants if one.officer or one.party]
        return values_of(rows)

    def _people(self, role: Role) -> list[str]:
        found = (self._values.get(one.party.name, "") for one in self._participants if one.role == role and one.party)
        return [str(name) for name in found if name]

    @property
    def _identifiers(self) -> list[str]:
        parties = [one.party for one in self._participants if one.role == Role.PARTY and one.party]
        return [str(held) for one in parties if (held := self._values.get(one.identifier, ""))]

    @cached_property
    def _handlers(self) -> dict[str, str]:
        """Who handles it, each with the number of his certificate."""
        officers: list[Officer] = [
            one.officer for one in self._participants if one.role == Role.HANDLER and one.officer
        ]
        held = on_day(Certificate.objects.filter(officer__in=officers), self.day).order_by("-first")
        numbers = {one.officer_id: one.number for one in reversed(held)}
        return {str(self._values.get(one.name, one.number)): numbers.get(one.id, "") for one in officers}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {act.zh: kind for kind, act in procedure_of(self.case).acts.items()}

    @cached_property
    def _acts(self) -> dict[str, Act]:
        """The last act of each kind; what a sheet proposes, where the act of this paper is not recorded."""
        found = {act.kind: act for act in standing(self.case.acts.order_by("id"))}
        if self.act and self.act not in found:
            sheet = Sheet.objects.filter(case=self.case, act=self.act).order_by("-id").first()
            if sheet is not None:
                found[self.act] = Act(case=self.case, kind=self.act, fields=sheet.fields)
        return found

    def _of_act(self, of: str, what: str) -> str | None:
        """What an act says: its day, its number, or a field by its Chinese name."""
        kind = self._kinds.get(of)
        if kind is None:
            return None
        procedure, act = procedure_of(self.case), self._acts.get(kind)
        if what == "日期":
            return chinese_day(act.on) if act is not None and act.on is not None else ""
        if what == "文号":
            document = Document.objects.filter(case=self.case, act=kind).exclude(number_text="").order_by("-id").first()
            return document.number_text if document is not None else act.number if act is not None else ""
        name = what.removesuffix(CAPITAL)
        declared = {procedure.fields[one].zh: one for one in procedure.acts[kind].fields if one in procedure.fields}
        if name not in declared:
            return None
        if act is None or declared[name] not in act.fields:
            return ""
        if procedure.fields[declared[name]].type is Type.MONEY:
            fen = act.fields[declared[name]]
            return capital_amount(fen) if what.endswith(CAPITAL) else _yuan(fen)
        return self._said(act, declared[name])

    def _said(self, act: Act, name: str) -> str:
        procedure = procedure_of(self.case)
        told = told_act(1, act_of(act, procedure), procedure)
        one = next(one for one in told.fields if one.name == name)
        if one.type is Type.DAY:
            return chinese_day(date.fromisoformat(one.value))
        said = tell_value(one, CHINESE)
        names = names_of(said)
        return "、".join(names.get(part, part) for part in said.split("、"))


def _yuan(fen: int) -> str:
    """An amount as papers write it, without 元: 5000 or 5000.50."""
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen // 100}.{fen % 100:02}"
