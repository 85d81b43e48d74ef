"""What the framework says in Chinese has the marks of Chinese."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.interfaces.cli.conftest import Said
from yifa.interfaces.cli.chinese_marks import with_chinese_marks

Call = Callable[..., Said]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("缺少参数 '文件…'.", "缺少参数“文件…”。"),
        ("没有命令 'reed'。 是否指 'read'？", "没有命令“reed”。是否指“read”？"),
        ("'--lang' 的值不正确：'fr' 不是 'zh', 'en'。", "“--lang”的值不正确：“fr”不是“zh”、“en”。"),
        ("文件 'a.b:c' 不存在", "文件“a.b:c”不存在"),
        ("--json 和 --csv 只能选一个", "--json 和 --csv 只能选一个"),
    ],
)
def test_marks_beside_chinese_become_chinese(written: str, told: str) -> None:
    assert with_chinese_marks(written) == told


def test_a_wrong_call_is_told_with_chinese_marks(yifa: Call) -> None:
    said = yifa("read", "--foo", "a", lang="zh")

    assert said.code == 2
    assert said.err == "用法：yifa read [选项] 文件…\n用“yifa read --help”查看说明。\n\n错误：没有选项“--foo”。\n"


def test_headings_of_help_end_in_a_chinese_colon(yifa: Call) -> None:
    lines = yifa("read", "--help", lang="zh").out.splitlines()

    assert "选项：" in lines
    assert not [line for line in lines if line.endswith(":")]


def test_english_is_left_as_the_framework_says_it(yifa: Call) -> None:
    said = yifa("read", "--foo", "a", lang="en")

    assert said.err.splitlines()[-1] == "Error: No such option '--foo'."
