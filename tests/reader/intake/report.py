"""An invented report, as a .docx with everything that matters, and its text as every format must give it.

`python -m tests.reader.intake.report FOLDER` writes the .docx; see `fixtures/README.md` for the other formats.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reader.intake.made_docx import docx, lists, numbered, p, run, table

_PROMISES = "围绕重点任务落实责任分工，开展专项督察{n}次，推动解决企业和群众反映的突出问题{m}件，年度目标如期完成。"
_BODY = (
    "2023年，青屏县坚持依法行政，全年共办理行政复议案件1234件，办结1180件，办结率95.6%，比上年增长20.5%，"
    "县政府法律顾问参与审查合同345份，涉及金额2.1亿元。现将有关情况报告如下："
)
_TABLE = [["类别", "受理（件）", "办结（件）"], ["行政复议", "1,234", "1,180"], ["行政应诉", "56", "49"]]
TEXT = "\n".join(
    [
        "青屏县2023年度法治政府建设情况报告",
        "青政呈〔2024〕7号",
        "望潮市人民政府：",
        _BODY,
        "一、主要做法",
        "（一）健全决策机制",
        "审查重大行政决策事项12项，出具审查意见67条。",
        "（二）规范行政执法",
        "1. 全县31个执法部门作出行政处罚决定8359件。",
        "2. 抽查案卷240卷，发现问题86个。",
        "二、存在的问题",
        "全县持证执法人员仅412人，部分乡镇法治机构不健全。",
        *["\t".join(row) for row in _TABLE],
        "三、下一步安排",
        *[_PROMISES.format(n=n, m=100 + 7 * n) for n in range(1, 13)],
        "青屏县人民政府",
        "2024年1月26日",
        "",
    ]
)


def report(*, changes: bool = True) -> bytes:
    """The report as .docx: automatic numbers, a table, a field; with `changes` a tracked deletion and hidden text."""
    deleted = '<w:del w:id="1" w:author="甲"><w:r><w:delText>和八十</w:delText></w:r></w:del>'
    hidden = run("（暂无）", "<w:vanish/>")
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> QUOTE 99999 </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>412</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    indent = '<w:ind w:firstLine="640"/>'
    return docx(
        p(run("青屏县2023年度法治政府建设情况报告", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>'),
        p("青政呈〔2024〕7号", '<w:jc w:val="center"/>'),
        p("望潮市人民政府："),
        p(_BODY, indent),
        numbered("主要做法", 0),
        numbered("健全决策机制", 1),
        p(run("审查重大行政决策事项12") + deleted * changes + run("项，出具审查意见67条。"), indent),
        numbered("规范行政执法", 1),
        numbered("全县31个执法部门作出行政处罚决定8359件。", 2),
        numbered("抽查案卷240卷，发现问题86个。", 2),
        numbered("存在的问题", 0),
        p(run("全县持证执法人员仅") + field + hidden * changes + run("人，部分乡镇法治机构不健全。"), indent),
        table(_TABLE),
        numbered("下一步安排", 0),
        *[p(_PROMISES.format(n=n, m=100 + 7 * n), indent) for n in range(1, 13)],
        p("青屏县人民政府", '<w:jc w:val="right"/>'),
        p("2024年1月26日", '<w:jc w:val="right"/>'),
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992"/></w:sectPr>',
        numbering=lists(),
        styles=_STYLES,
    )


_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Droid Sans Fallback" w:eastAsia="Droid Sans Fallback"/>'
    '<w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:style>'
)


if __name__ == "__main__":
    Path(sys.argv[1], "report.docx").write_bytes(report())
    Path(sys.argv[1], "printed.docx").write_bytes(report(changes=False))
