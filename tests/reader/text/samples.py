"""Texts to try the stage on: worked examples as data, and a strategy of texts with all that may be wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

from yifa.reader.reading import Extract, Prepared
from yifa.reader.text import prepare
from yifa.wording import language

EXAMPLES = Path(__file__).parent / "examples"
SIGNS = "0123456789,.。，、；：:;年月日件个%％ 　\n\t\r()（）《》“”一二三四十是第要〇○O复議國於徵後著?！&<>*略×{}[]-—X"
PIECES = (
    *(
        "&nbsp;",
        "<br>",
        "</p>",
        "人民政府",
        "青屏县",
        "局",
        "2022年",
        "一、",
        "(一)",
        "1.",
        "一是",
        "关于",
        "报告",
        "。现",
    ),
    *("发布时间:", "锟斤拷", "目录\n", "受理案件", "法治政府", "\u200b", "\u00ad", "\u2009", "１", "２", "\n\n", "  "),
    *(
        "å",
        "¹",
        "´",
        "\ufffd",
        "\ue000",
        "- 3 -\n",
        "第1页\n",
        "𝟏",
        "⼀",
        "amp;",
        "#160;",
        "①",
        "\n(一)",
        "\n一、",
        "。二是",
    ),
    *("人民政府\n2022年1月1日", "20221", "1,2 34", "\ud800"),
)


class Example(dict[str, Any]):
    """One worked example; it is called by the case it stands for and its number there."""

    name = ""

    def __str__(self) -> str:
        return self.name


def examples(file: str) -> list[Example]:
    """The worked examples of a file, in order."""
    data = YAML(typ="safe").load(EXAMPLES / f"{file}.yaml")
    groups = data.items() if isinstance(data, dict) else [(file, data)]
    found = []
    for case, entries in groups:
        for number, entry in enumerate(entries, 1):
            example = Example(entry)
            example.name = f"{case} {number}"
            found.append(example)
    return found


def texts() -> st.SearchStrategy[str]:
    """Texts of any characters, and texts of what reports and their damage are made of."""
    pieces = st.sampled_from([*SIGNS, *PIECES])
    return st.one_of(st.text(max_size=120), st.lists(pieces, max_size=100).map("".join))


def prepared(text: str, tag: str = "en") -> Prepared:
    """A text made ready, as if it had been read from a file."""
    return prepare(Extract("text.txt", text, "txt"), speech=language(tag))
