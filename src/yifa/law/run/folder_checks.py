"""Whether folders are in order: every fault of their files, and every worked case that comes out otherwise.

Many folders are checked by as many processes as the machine has processors; results come in the order asked for. The
processes are forked, so that they begin with everything read and imported; where the system or running threads forbid
that, they are started anew. They end soon and make no circles worth collecting, so that memory is not searched for any.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from pathlib import Path

from yifa.law.catalogue import CorpusFaults
from yifa.law.catalogue.folders import read_folder
from yifa.law.catalogue.rulebook import rulebook
from yifa.law.catalogue.statutes import statutes
from yifa.law.clock import Calendar
from yifa.law.duties import understand
from yifa.law.facts.case_format import NotAnAct
from yifa.law.run.examples import Difference, differences, examples, judged, prepared
from yifa.law.run.one_case import Engine

FEW = 4
"""So many folders are checked quicker than further processes start."""


@dataclass(frozen=True)
class FolderCheck:
    """What was found in a folder; `faults` are sentences, `there` is no when no procedure.yaml lies in it."""

    id: str
    duties: int = 0
    examples: int = 0
    faults: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    there: bool = True

    @property
    def in_order(self) -> bool:
        """Whether nothing was found."""
        return self.there and not self.faults and not self.differences


def check_folder(place: Path, calendar: Calendar) -> FolderCheck:
    """Read a folder with everything it names, and run its worked cases."""
    try:
        folder = read_folder(place, thorough=True)
        engine = Engine(understand(folder), calendar)
    except FileNotFoundError:
        return FolderCheck(place.name, there=False)
    except CorpusFaults as error:
        return FolderCheck(place.name, faults=tuple(map(str, error.faults)))
    faults: list[str] = []
    found: list[Difference] = []
    worked = list(examples(folder))
    for example in worked:
        try:
            found += differences(example, judged(prepared(example, folder), engine))
        except NotAnAct as error:
            faults.append(f"{folder.id}: «{example.name}»: {error}")
    return FolderCheck(folder.id, len(folder.duties), len(worked), tuple(faults), tuple(found))


def check_folders(places: Sequence[Path], calendar: Calendar) -> Iterator[FolderCheck]:
    """The checks of many folders, each as soon as it and those before it are done."""
    processors = os.cpu_count() or 1
    if len(places) <= FEW or processors == 1:
        for place in places:
            yield check_folder(place, calendar)
        return
    statutes(), rulebook()
    bare = Calendar(calendar.notices, calendar.festivals)
    with ProcessPoolExecutor(processors, mp_context=_context(), initializer=gc.disable) as pool:
        begun = {place: pool.submit(check_folder, place, bare) for place in sorted(places, key=_size, reverse=True)}
        yield from (begun[place].result() for place in places)


def _context() -> BaseContext:
    """How further processes begin; threads would leave their locks behind in a fork."""
    forked = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forked else "spawn")


def _size(place: Path) -> int:
    """Bytes of a folder: the longest first, so that no processor is left with it at the end."""
    return sum(file.stat().st_size for file in place.glob("*.yaml"))
