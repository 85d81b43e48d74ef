"""What bears a mark of secrecy is refused at entry; what only speaks of secrets is not."""

from __future__ import annotations

import pytest

from yifa.record.cases.errors import StateSecret
from yifa.record.cases.secrecy import refuse_secret_page, refuse_secret_values, refuse_secrets

MARKED = ["机密★关于某事的请示", "秘密级文件", "关于某事的请示（机密★3年）", "绝 密★", "密级：秘密", "文件密级为机密"]
UNMARKED = [
    "",
    "关于保守国家秘密工作的通知",
    "商业秘密保护案",
    "涉嫌侵犯商业秘密★重点案件",
    "个人隐私和秘密不得公开",
    "秘密拍摄取证一案",
    "密级：无",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_mark_in_a_short_text_is_refused(text: str) -> None:
    with pytest.raises(StateSecret, match="found a mark of secrecy"):
        refuse_secrets("平常", text)


@pytest.mark.parametrize("text", UNMARKED)
def test_what_only_speaks_of_secrets_is_taken(text: str) -> None:
    refuse_secrets(text)
    refuse_secret_page(text)


@pytest.mark.parametrize("page", ["000001\n机密\n青屏县人民政府文件", "  秘 密  \n关于", "首页\n" * 20 + "密级：机密"])
def test_a_mark_at_the_head_of_the_first_page_is_refused(page: str) -> None:
    with pytest.raises(StateSecret):
        refuse_secret_page(page)


def test_the_same_word_far_down_the_text_is_none() -> None:
    refuse_secret_page("正文\n" * 400 + "\n秘密\n")


def test_a_mark_as_the_value_of_a_field_or_in_a_list_is_refused() -> None:
    refuse_secret_values({"level": "商业秘密", "names": ["officer1"], "fine": 3})
    for values in ({"level": "机密"}, {"papers": ["平常", "绝密★"]}):
        with pytest.raises(StateSecret):
            refuse_secret_values(values)
