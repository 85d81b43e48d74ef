"""An invented county taken into the record, verified, sealed; then somebody who owns the database changes a copy of it.

`python -m demo.city_record OUT LANG` does all of it, in a process of its own: the database of the record is opened once
for each process.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from html import escape
from pathlib import Path

from demo.city.seasons import AS_OF
from demo.city.writing import LEDGERS, write
from yifa.interfaces.leaflets.leaf import asset

RECORD, COPY, COUNTY, PAGE = "record.sqlite3", "record-changed.sqlite3", "county", "record.html"
FOLDER = "record"
NUMBER, SCALE = 1, "township"
"""The county at the scale of a township: as many organs, fewer cases, so that it takes seconds."""
STYLE = """
main { max-width: 60em; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 6px; }
h2 { font-size: 15px; margin: 0; padding: 10px 0 2px; border-top: 1px solid var(--line); color: var(--ink); }
.about { color: var(--soft); margin: 0 0 24px; }
pre { margin: 0 0 16px; font-size: 13px; line-height: 1.6; white-space: pre-wrap; }
pre, code { overflow-wrap: anywhere; }
.changed { margin: 8px 0 16px; color: var(--bad); font-weight: 700; }
"""


def show(out: Path, number: int, *, zh: bool) -> int:
    """Show it in a process of its own; 0 when the record verified and the change was found."""
    title = (
        "案卷记录：台账入库成链，核对无误；有人改了数据库的副本，当即查出"
        if zh
        else "The record: ledgers on a chain, verified; somebody changes a copy of the database, and it shows"
    )
    print(f"\n── {number} ──\n{title}", flush=True)
    shutil.rmtree(out / FOLDER, ignore_errors=True)
    (out / FOLDER).mkdir(parents=True)
    home = (out / FOLDER).resolve()
    settings = {"YIFA_HOME": str(home), "YIFA_DATABASE": str(home / RECORD)}
    command = [sys.executable, "-m", "demo.city_record", str(home), "zh" if zh else "en"]
    return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode


def pages(out: Path) -> list[Path]:
    """The page that tells it."""
    return [path for path in (out / FOLDER / PAGE,) if path.exists()]


def main(home: Path, lang: str) -> int:
    """Fill, seal and verify a record; change a copy; verify that."""
    from django.db import connection  # noqa: PLC0415 - only in this process

    told: list[tuple[str, str]] = []
    cases = write(home / COUNTY, NUMBER, SCALE)

    def ask(*arguments: str) -> tuple[int, str]:
        print(f"$ yifa {shlex.join(arguments)}", flush=True)
        code, said = _asked(arguments, lang)
        print(said, end="", flush=True)
        told.append((shlex.join(("yifa", *arguments)), said))
        return code, said

    codes = [ask("record", "prepare")[0], ask("import", os.path.relpath(home / COUNTY / LEDGERS), "--by", "demo")[0]]
    sealed, said = ask("record", "seal", "--day", AS_OF)
    kept = re.findall(r"[0-9a-f]{64}", said)[-1]
    codes += [sealed, ask("verify", "--seal", kept)[0]]
    connection.close()
    before, after = change_copy(home)
    about = (
        f"改动副本：罚款 {before:,} 元改作 {after:,} 元，并去掉了触发器。再核对副本："
        if lang == "zh"
        else f"A copy is changed: a fine of {before:,} yuan to {after:,}; the triggers are taken away first. "
        "Verify the copy:"
    )
    print(about, flush=True)
    told.append((about, ""))
    connection.settings_dict["NAME"] = str(home / COPY)
    found, _ = ask("verify", "--seal", kept)
    connection.close()
    (home / PAGE).write_text(_page(told, cases, lang), encoding="utf-8")
    return 0 if not any(codes) and found == 1 else 1


def _asked(arguments: tuple[str, ...], lang: str) -> tuple[int, str]:
    """What the command line says to somebody, and its exit code."""
    from yifa.interfaces.cli import run  # noqa: PLC0415 - only in this process
    from yifa.project.command import open_record  # noqa: PLC0415 - only in this process
    from yifa.project.configuration import Configuration  # noqa: PLC0415 - only in this process

    said = io.StringIO()
    calendars = Configuration.from_environment().calendars
    with redirect_stdout(said), redirect_stderr(said):
        code = run(arguments, lang=lang, calendars=calendars, open_record=open_record)
    return code, said.getvalue()


def change_copy(home: Path) -> tuple[int, int]:
    """What somebody does who owns the database: another fine, and one entry made to say so too; both fines, in yuan."""
    with sqlite3.connect(home / RECORD) as kept:
        kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(home / RECORD, home / COPY)
    with sqlite3.connect(home / COPY) as copy:
        for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            copy.execute(f'DROP TRIGGER "{name}"')
        asked = (
            "SELECT id, fields FROM cases_act WHERE kind = 'decision-made' AND fields LIKE '%\"fine\":%' ORDER BY id"
        )
        id_, fields = next(row for row in copy.execute(asked) if re.search(r'"fine":[1-9]\d{4,}', row[1]))
        fine = int(re.findall(r'"fine":(\d+)', fields)[0])
        less = re.sub(r'"fine":\d+', f'"fine":{fine // 10}', fields)
        copy.execute("UPDATE cases_act SET fields = ? WHERE id = ?", (less, id_))
        like = f'%"id":{id_},"kind":"decision-made"%'
        entry, text = copy.execute("SELECT id, text FROM chain_entry WHERE text LIKE ?", (like,)).fetchone()
        copy.execute("UPDATE chain_entry SET text = ? WHERE id = ?", (text.replace(fields, less), entry))
    return fine // 100, fine // 1000


def _page(told: list[tuple[str, str]], cases: int, lang: str) -> str:
    """What was asked and answered, on a page."""
    title = "案卷记录：入库、核对、查出改动" if lang == "zh" else "The record: taken in, verified, a change found"
    lead = (
        f"虚构的一县，{cases:,} 件。地名、单位、人名均为编造。"
        if lang == "zh"
        else f"An invented county, {cases:,} cases. All names are made up."
    )
    parts = "".join(
        f"<h2><code>{escape(asked)}</code></h2><pre>{escape(said)}</pre>"
        if said
        else f'<p class="changed">{escape(asked)}</p>'
        for asked, said in told
    )
    style = asset("ground.css") + STYLE
    return (
        f'<!doctype html><html lang="{"zh-Hans" if lang == "zh" else "en"}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{style}</style><main><h1>{escape(title)}</h1>"
        f'<p class="about">{escape(lead)}</p>{parts}</main></html>\n'
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
