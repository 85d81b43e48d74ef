"""Text that was decoded wrongly: found wherever it stands, and never in sound text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.reader.text.damage import run_together
from yifa.reader.text.mojibake import mojibake

SOUND = "青屏县全年受理行政复议申请三十二件，办结二十九件；罚没入库金额与上年基本持平。"


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in run_together(text, mojibake(text))]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gbk"])
def test_a_passage_of_utf_8_read_in_another_encoding_is_found(encoding: str) -> None:
    passage = "受理申请事项"
    garbled = passage.encode().decode(encoding, "ignore")
    text = SOUND + garbled + SOUND

    places = found(text)

    assert sum(map(len, places)) >= len(garbled) // 2
    assert all(place in garbled for place in places)


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        "该项改革进展如何?我们将继续推进。",
        "是否全部办结?已全部办结。",
        "能否介绍一下具体情况?\n好的。",
        "请登录 http://qingping.example/a.jsp?id=12&t=3 查看",
        "café、naïve、Ångström",
        "“放管服”改革——成效…显著",
        "",
    ],
)
def test_sound_text_is_not_suspected(text: str) -> None:
    assert found(text) == []


@given(
    st.lists(
        st.sampled_from([*"青屏县望潮市受理办结案件行政复议诉讼法治政府建设", "，", "。", "12", "《", "》"]),
        max_size=60,
    )
)
def test_words_of_reports_in_any_order_are_not_suspected(pieces: list[str]) -> None:
    assert found("".join(pieces)) == []
