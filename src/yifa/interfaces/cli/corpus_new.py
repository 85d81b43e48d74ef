"""`yifa corpus new`: a folder that can be read, checked and run from the first minute, to be rewritten line by line."""

from __future__ import annotations

import re
from pathlib import Path

import click

from yifa.interfaces.cli.context import Shell, Trouble

_FILES = {
    "procedure.yaml": """\
# The words of the procedure: acts and their fields. Replace them by those of the law.
id: {id}
title: {{zh: 新程序, en: A new procedure}}
about: One sentence that says from where to where it goes.
mode: run
fields:
  complete: {{type: yes/no, zh: 材料齐全, en: papers complete}}
  result:
    type: word
    words:
      granted: {{zh: 准予, en: granted}}
      refused: {{zh: 不予, en: refused}}
    zh: 结果
    en: result
acts:
  application-received: {{zh: 收到申请, en: application received, fields: [complete]}}
  decision-made: {{zh: 作出决定, en: decision made, fields: [result], ends: yes}}
""",
    "duties.yaml": """\
# What must happen. One duty to begin with; the kinds and their keys: docs/understand/duties.md.
duties:
- id: lic-decide-20wd
  kind: time-limit
  title: {{zh: 二十日内作出决定, en: Decided within 20 working days}}
  when: application-received.complete otherwise yes
  from: application-received
  done: decision-made
  within: 20 working days
  valid: {{from: 2004-07-01}}
  law: 行政许可法 42
  breach: MINOR
""",
    "rules.yaml": """\
# How each rule is carried: computed (by which duties), attested, definition, theirs, judged (with the reason why).
rules:
  lic-decide-20wd: {{class: computed, by: [lic-decide-20wd]}}
""",
    "examples.yaml": """\
# Worked cases: met, broken by one unit, unknown, not carried.
groups:
- about: 二十日
  examples:
  - name: 第二十个工作日作出决定
    events:
    - {{on: 2023-09-18, act: application-received}}
    - {{on: 2023-10-20, act: decision-made}}
    expect: {{lic-decide-20wd: {{outcome: met, due: 2023-10-20}}}}
  - name: 晚一天
    events:
    - {{on: 2023-09-18, act: application-received}}
    - {{on: 2023-10-21, act: decision-made}}
    expect: {{lic-decide-20wd: {{outcome: unmet, class: violation}}}}
  - name: 收到申请的日期没有记载
    events:
    - {{act: application-received}}
    - {{on: 2023-10-20, act: decision-made}}
    carries: {{fields: all}}
    expect: {{lic-decide-20wd: unknown}}
  - name: 来源没有收到申请
    events:
    - {{on: 2023-10-20, act: decision-made}}
    carries: {{without: [application-received]}}
    expect: {{lic-decide-20wd: not-assessable}}
""",
}


def new_folder(shell: Shell, id_: str, into: Path) -> None:
    """Write the four files; refuses an id that is none and a folder that is there."""
    say = shell.speech.say
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", id_):
        raise click.BadParameter(
            say("{id!r} is no id: expected small letters, digits and hyphens, such as tree-felling", id=id_)
        )
    place = into / id_
    if place.exists():
        raise Trouble(shell.speech, say("{folder} is there already", folder=place))
    place.mkdir(parents=True)
    for name, text in _FILES.items():
        (place / name).write_text(text.format(id=id_), encoding="utf-8")
    click.echo(say("{folder} is ready; check it with: yifa corpus check {folder}", folder=place))
