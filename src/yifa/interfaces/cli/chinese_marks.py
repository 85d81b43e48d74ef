"""Chinese punctuation for what the framework writes: its words come from our catalogue, its marks are in its code.

«选项:» becomes «选项：», «缺少参数 '文件…'.» becomes «缺少参数“文件…”。». Only marks that stand beside Chinese, or
around a quoted name, are touched; options, file names and numbers are left as they stand.
"""

from __future__ import annotations

import re
from io import StringIO

import click

from yifa.wording import CHINESE, Language

_HAN = "\u4e00-\u9fff、。，：；？！“”（）…"
_QUOTED = re.compile(r"'([^'\n]*)'")
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"”, “"), "”、“"),
    (re.compile(rf"(?<=[{_HAN}]) (?=“)|(?<=”) (?=[{_HAN}])"), ""),
    (re.compile(rf"(?<=[{_HAN}])\.(?=\s|$)"), "。"),
    (re.compile(rf"(?<=[{_HAN}]):(?=\s|$)"), "："),
    (re.compile(r"(?<=[。？！：]) (?=[\u4e00-\u9fff“])"), ""),
)


def with_chinese_marks(words: str) -> str:
    """Words of the framework with the marks of Chinese.

    >>> with_chinese_marks("缺少参数 '文件…'.")
    '缺少参数“文件…”。'
    >>> with_chinese_marks("'--lang' 的值不正确：'fr' 不是 'zh', 'en'。")
    '“--lang”的值不正确：“fr”不是“zh”、“en”。'
    """
    words = _QUOTED.sub(r"“\1”", words)
    for pattern, by in _STEPS:
        words = pattern.sub(by, words)
    return words


class ChineseFormatter(click.HelpFormatter):
    """Help with Chinese marks behind its headings."""

    def write_heading(self, heading: str) -> None:
        """A heading and its colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage; the mark behind its first word takes up the blank."""
        super().write_usage(prog, args, prefix)
        self.buffer[:] = [re.sub("： +", "：", part, count=1) for part in self.buffer]


class ChineseContext(click.Context):
    """What a command is called in, with help in Chinese marks."""

    formatter_class = ChineseFormatter


def show(error: click.ClickException, speech: Language) -> None:
    """Print what went wrong; what the framework worded gets Chinese marks where Chinese is spoken."""
    if speech.tag != CHINESE or not isinstance(error, click.UsageError):
        error.show()
        return
    said = StringIO()
    error.show(said)
    click.echo(with_chinese_marks(said.getvalue()), nl=False, err=True)
