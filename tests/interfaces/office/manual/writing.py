"""The pages of the manual, from the list of its screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.interfaces.office.manual.screens import NOBODY, Chapter, Screen, chapters
from yifa.interfaces.office import urls
from yifa.interfaces.office.role_words import tell_role
from yifa.record.access.choices import RoleName
from yifa.wording import language as spoken

DO = Path(__file__).resolve().parents[4] / "docs" / "do"
PICTURES = DO / "manual"
PAGES = {"zh": DO / "manual.md", "en": DO / "manual.en.md"}
_WORDS = {
    "zh": {
        "title": "办案人员手册",
        "lead": "办公平台每个页面一节，按菜单 办 督 公 报 法 管 排列。图中的机关、人员、案件均为虚构，"
        "日期固定为2026年3月3日；日期和文件的选择框由浏览器绘制，图中为英文界面的浏览器。"
        "本页和图片由 `make manual` 生成：逐页打开、核对内容、检查无障碍后拍照，"
        "不要手改。先看[坐到办案桌前](sit-at-the-desk.md)；最常做的十件事怎样四步以内做完，"
        "见[十件常事](ten-tasks.md)。",
        "other": "[English](manual.en.md)",
        "who": "谁可以用：",
        "everybody": "不登录也能打开",
        "all": "所有登录人员",
        "phone": "手机上",
        "print": "打印出来",
        "and": "、",
        "colon": "：",
    },
    "en": {
        "title": "The officer's manual",
        "lead": "A section for each screen of the office, in the order of its menu: 办 handle, 督 supervise, 公 "
        "publish, 报 report, 法 the law, 管 administer. Organs, persons and cases are invented, and it always is "
        "3 March 2026. "
        "`make manual` writes this page and its pictures: it opens every screen, checks what it says and whether "
        "everybody can use it, and takes its picture; do not edit them by hand. Pictures show the office in Chinese; "
        "every screen speaks English too. Read [Sit down at the desk](sit-at-the-desk.en.md) first; how the ten "
        "commonest tasks are done in four steps at most stands in [ten tasks](ten-tasks.en.md).",
        "other": "[中文](manual.md)",
        "who": "Who may use it: ",
        "everybody": "opens without signing in",
        "all": "whoever signs in",
        "phone": "on a telephone",
        "print": "printed",
        "and": ", ",
        "colon": ": ",
    },
}


def written(language: str) -> str:
    """The manual in a language."""
    words, all_of_them = _WORDS[language], chapters()
    lines = [f"# {words['title']}", "", words["other"], "", words["lead"], ""]
    for chapter in all_of_them:
        told = " · ".join(f"[{one.title.of(language)}](#{one.name})" for one in chapter.screens)
        lines += [f"- **{_called(chapter, language)}**{words['colon']}{told}"]
    lines.append("")
    for chapter in all_of_them:
        lines += [f"## {_called(chapter, language)}", "", chapter.words.of(language), ""]
        for screen in chapter.screens:
            lines += _section(screen, language)
    return "\n".join(lines).rstrip() + "\n"


def pictures() -> Iterator[str]:
    """The files of all pictures."""
    for chapter in chapters():
        for screen in chapter.screens:
            yield from (f"{screen.name}.png", f"{screen.name}-phone.png")
            if screen.printed:
                yield f"{screen.name}-print.png"


def _called(chapter: Chapter, language: str) -> str:
    return " ".join(filter(None, (chapter.sign, chapter.title.of(language))))


def _section(screen: Screen, language: str) -> list[str]:
    words, title = _WORDS[language], screen.title.of(language)
    others = [f"[{words['phone']}](manual/{screen.name}-phone.png)"]
    if screen.printed:
        others.append(f"[{words['print']}](manual/{screen.name}-print.png)")
    return [
        f'<a id="{screen.name}"></a>',
        "",
        f"### {title}",
        "",
        screen.words.of(language),
        "",
        f"{words['who']}{_who(screen, language)} · {' · '.join(others)}",
        "",
        f"![{title}](manual/{screen.name}.png)",
        "",
    ]


def _who(screen: Screen, language: str) -> str:
    """Who may open it: by their roles."""
    words, speech = _WORDS[language], spoken(language)
    [roles] = [one.callback.declared.roles for one in urls.urlpatterns if one.name == screen.page]
    if roles is None or screen.who == NOBODY:
        return words["everybody"]
    if roles >= set(RoleName):
        return words["all"]
    return words["and"].join(tell_role(role, speech) for role in RoleName if role in roles)
