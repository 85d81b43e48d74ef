from yifa.oversight.reporting.draft_text import Block, parse, renumbered, written

DRAFT = """---
主送机关：秦山市人民政府
收文：某处
---

# 关于{{ 年度 }}年度法治政府建设情况的报告

现报告如下：

## 一、举措

### （一）制度

制定文件{{ ndo-issued }}。

| 指标 | 数值 |
| --- | --- |
| 文件 | {{ ndo-issued }} |

# 主要指标
"""


def test_a_draft_is_taken_apart_line_by_line():
    text = parse(DRAFT)
    assert text.head == {"主送机关": "秦山市人民政府"}
    assert text.unknown == ((3, "收文：某处"),)
    assert [(one.kind, one.line) for one in text.blocks] == [
        ("title", 6), ("paragraph", 8), ("part", 10), ("chapter", 12), ("paragraph", 14), ("table", 16),
        ("attachment", 20),
    ]  # fmt: skip
    assert text.title == "关于{{ 年度 }}年度法治政府建设情况的报告"
    assert text.blocks[5].rows == (("指标", "数值"), ("文件", "{{ ndo-issued }}"))


def test_what_was_taken_apart_is_written_the_same_again():
    text = parse(DRAFT)
    assert parse(written(text)).blocks[5].rows == text.blocks[5].rows
    assert written(parse(written(text))) == written(text)
    assert "收文" not in written(text)


def test_a_head_that_is_not_closed_is_told():
    assert parse("---\n# 报告\n").unknown == ((1, "---"),)


def test_signs_that_no_paper_can_hold_are_left_out():
    assert parse("# 报\x0b告\x00\n").title == "报告"


def test_headings_are_numbered_through():
    blocks = [
        ("part", "二、甲"),
        ("chapter", "（三）乙"),
        ("chapter", "（五）丙"),
        ("part", "四、丁"),
        ("chapter", "附注"),
    ]
    made = renumbered(tuple(Block(kind, text, 1) for kind, text in blocks))
    assert [one.text for one in made] == ["一、甲", "（一）乙", "（二）丙", "二、丁", "附注"]
