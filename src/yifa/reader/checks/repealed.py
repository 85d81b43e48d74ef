"""Names of texts that are no longer in force, as reports write them, for the check of cited laws.

The corpus says which they are (`law.catalogue.ended`); here they are brought to one way of writing.
"""

from __future__ import annotations

from functools import cache

from yifa.law.catalogue.ended import Ended, ended_texts


def plain_name(name: str) -> str:
    """A title as it is compared: without the state's name, with one kind of bracket and dash."""
    name = name.translate(str.maketrans("（）－—–~～〈〉＜＞", "()-----''''", " \u3000\n'"))
    while "--" in name:
        name = name.replace("--", "-")
    return name.removeprefix("中华人民共和国")


@cache
def repealed() -> dict[str, Ended]:
    """Every such text by its plain name."""
    return {plain_name(name): text for name, text in ended_texts()}
