"""The procedures of the invented city, one file each: `STORIES` (lawful histories) and `RECIPES` (what is planted)."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from demo.city.recipes import Recipe
from demo.city.stories import Story


@cache
def known() -> tuple[str, ...]:
    """The procedures that have stories, by id."""
    files = Path(__file__).resolve().parent.glob("*.py")
    found = (import_module(f"demo.city.procedures.{path.stem}") for path in sorted(files) if path.stem != "__init__")
    return tuple(dict.fromkeys(story.procedure for module in found for story in getattr(module, "STORIES", ())))


def all_of(procedure: str) -> tuple[tuple[Story, ...], tuple[Recipe, ...]]:
    """The stories and recipes of a procedure, from all of its files (`licence.py`, `licence_local.py` …)."""
    known()
    stories: tuple[Story, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    for path in sorted(Path(__file__).resolve().parent.glob("*.py")):
        module = import_module(f"demo.city.procedures.{path.stem}") if path.stem != "__init__" else None
        stories += tuple(one for one in getattr(module, "STORIES", ()) if one.procedure == procedure)
        recipes += tuple(one for one in getattr(module, "RECIPES", ()) if one.story.procedure == procedure)
    return stories, recipes
