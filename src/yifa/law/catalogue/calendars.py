"""Holiday notices of the State Council, and the festival days that the 放假办法 fixes by itself.

`corpus/calendars/` holds one file per notice. A notice that came out after this release stands in the user's own
folder (`yifa calendar add`), in the same form.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.errors import CorpusFault, CorpusFaults
from yifa.law.catalogue.reading import CORPUS, CorpusModel, corpus_files, read_file
from yifa.law.clock import Calendar, Notice, NoticeDay


class DayLine(CorpusModel):
    """One day of a notice."""

    on: date
    is_: Literal["off", "work", "plain"] = Field(alias="is")
    name: str
    festival: bool = False


class NoticeFile(CorpusModel):
    """One notice as its file writes it; its id is also the name of its file."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Literal["national", "local"] = "national"
    year: int
    amends: str | None = None
    place: str | None = None
    title: str
    number: str | None = None
    published: date | None = None
    source: str | None = None
    verified: Literal["text", "web", "unverified"]
    note: str | None = None
    days: tuple[DayLine, ...]

    @model_validator(mode="after")
    def _days_belong(self) -> NoticeFile:
        seen: set[date] = set()
        for line in self.days:
            if line.on in seen:
                raise ValueError(f"{line.on} is listed twice")
            seen.add(line.on)
            if not date(self.year - 1, 12, 20) <= line.on <= date(self.year + 1, 1, 10):
                raise ValueError(f"{line.on} does not belong to a notice for {self.year}")
        if (self.kind == "local") != (self.place is not None):
            raise ValueError("a local notice names its `place`, a national one has none")
        return self

    def notice(self) -> Notice:
        """The notice as the clock takes it."""
        days = tuple(NoticeDay(line.on, line.is_, line.name, line.festival) for line in self.days)
        return Notice(
            id=self.id,
            year=self.year,
            days=days,
            title=self.title,
            number=self.number,
            published=self.published,
            source=self.source,
            verified=self.verified,
            amends=self.amends,
            place=self.place,
        )


class FestivalRule(CorpusModel):
    """One festival: by fixed days, by days from the lunar new year (0 is 初一), or by the table of dates."""

    id: str
    zh: str
    en: str
    days: tuple[str, ...] = ()
    after_lunar_new_year: tuple[int, ...] = Field(default=(), alias="after-lunar-new-year")
    table: Literal["tomb-sweeping", "dragon-boat", "mid-autumn"] | None = None


class Years(CorpusModel):
    """A span of years, open where null."""

    from_: int = Field(alias="from")
    to: int | None = None


class FestivalText(CorpusModel):
    """One text of the 放假办法 and the years whose festivals it fixes."""

    id: str
    years: Years
    verified: Literal["text", "web", "unverified"] = "text"
    note: str | None = None
    festivals: tuple[FestivalRule, ...]


class MovingDates(CorpusModel):
    """The dates of one year's moving festivals."""

    year: int
    lunar_new_year: date = Field(alias="lunar-new-year")
    tomb_sweeping: date = Field(alias="tomb-sweeping")
    dragon_boat: date = Field(alias="dragon-boat")
    mid_autumn: date = Field(alias="mid-autumn")


class FestivalFile(CorpusModel):
    """`festivals.yaml`."""

    id: Literal["festivals"]
    about: str
    source: str | None = None
    texts: tuple[FestivalText, ...]
    dates: tuple[MovingDates, ...]

    def days(self) -> dict[date, str]:
        """Every festival day of the years in the table, with its name; two on one day are named together."""
        found: dict[date, str] = {}
        for year in self.dates:
            for text in self.texts:
                if text.years.from_ <= year.year <= (text.years.to or year.year):
                    for on, name in self._of(text, year):
                        found[on] = f"{found[on]}、{name}" if on in found else name
        return found

    @staticmethod
    def _of(text: FestivalText, year: MovingDates) -> Iterable[tuple[date, str]]:
        for festival in text.festivals:
            for month_day in festival.days:
                yield date.fromisoformat(f"{year.year}-{month_day}"), festival.zh
            for offset in festival.after_lunar_new_year:
                yield year.lunar_new_year + timedelta(days=offset), festival.zh
            if festival.table:
                yield getattr(year, festival.table.replace("-", "_")), festival.zh


@cache
def festivals() -> FestivalFile:
    """The festival texts and dates."""
    return read_file(CORPUS / "calendars" / "festivals.yaml", FestivalFile)


def read_notice(path: Path) -> Notice:
    """Read a notice file from anywhere; raises `CorpusFaults` with every fault in it."""
    return read_file(path, NoticeFile).notice()


@cache
def _shipped() -> tuple[Notice, ...]:
    return tuple(
        read_file(file, NoticeFile).notice() for file in corpus_files("calendars") if file.name != "festivals.yaml"
    )


def notices(*, extra: Path | None = None, known_at: date | None = None, place: str | None = None) -> tuple[Notice, ...]:
    """The notices that apply at a place, as known on a day; `extra` is the user's own folder of later ones.

    A later file with the id of a shipped one replaces it. Raises `CorpusFaults` when one amends another that is absent.
    """
    found = {notice.id: notice for notice in _shipped()}
    if extra is not None and extra.is_dir():
        found.update((notice.id, notice) for notice in map(read_notice, sorted(extra.glob("*.yaml"))))
    chosen = [
        notice
        for notice in found.values()
        if (known_at is None or notice.published is None or notice.published <= known_at)
        and notice.place in (None, place)
    ]
    return in_order(chosen)


def in_order(chosen: Iterable[Notice]) -> tuple[Notice, ...]:
    """Notices by year, amendments after what they amend; raises `CorpusFaults` when that is absent."""
    ordered = sorted(chosen, key=lambda notice: (notice.year, notice.amends is not None, notice.id))
    ids = {notice.id for notice in ordered}
    faults = [
        CorpusFault(notice.id, None, "amends", f"notice `{notice.amends}` is not there to be amended")
        for notice in ordered
        if notice.amends and notice.amends not in ids
    ]
    if faults:
        raise CorpusFaults(faults)
    return tuple(ordered)


def calendar(*, extra: Path | None = None, known_at: date | None = None, place: str | None = None) -> Calendar:
    """The calendar of a place as known on a day; see `notices`."""
    return (
        _of_release(known_at, place) if extra is None else _folded(notices(extra=extra, known_at=known_at, place=place))
    )


@lru_cache(maxsize=1000)
def _of_release(known_at: date | None, place: str | None) -> Calendar:
    """What is asked for a hundred times a page is not folded, nor compared day by day, each time."""
    return _folded(notices(known_at=known_at, place=place))


@cache
def _folded(chosen: tuple[Notice, ...]) -> Calendar:
    return Calendar(chosen, festivals().days())
