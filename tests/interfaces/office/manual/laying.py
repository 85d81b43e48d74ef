"""What is laid beside the invented office, so that every screen of the manual has something on it.

It is done as people do it, page by page, as of the day of the tests; what is put into the queue is done at once.
"""

from __future__ import annotations

import re
import time
from datetime import datetime
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import encrypt
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from demo.city_office import CHINA, Laid, account
from tests.interfaces.cli.test_supervise import GOOD, LATE
from tests.interfaces.cli.test_supervise import workbook as ledger_book
from tests.interfaces.office.files import named
from tests.interfaces.office.importing.test_pages import ledger
from tests.interfaces.office.manual.a_year import lay_year
from tests.interfaces.office.registers.working_off import work_off
from tests.record.evidence.files import PNG
from tests.record.lists.workbooks import POWERS, workbook
from yifa.interfaces.office.exports import tasks as export_tasks
from yifa.interfaces.office.exports.models import Export
from yifa.interfaces.office.handed_in import working
from yifa.interfaces.office.papers import drafting, printed, serving
from yifa.interfaces.office.papers import pages as paper_pages
from yifa.record.despatch.approvals import Asked, draw_up, pass_on
from yifa.record.despatch.choices import StepRole
from yifa.record.organs.actions import Actor
from yifa.record.organs.models import Post
from yifa.record.scope import everything

REPORTS = Path(__file__).resolve().parents[4] / "demo" / "reports"
THIS_YEAR, YEAR_BEFORE = (f"青屏县{year}年度法治政府建设情况报告.txt" for year in (2024, 2023))
TODAY = "2026-03-03"
WITH_CODES, SECRET = "deputy", "QINGPINGXIANSHICHANGJIANGUANJU23"
PERMITS = (
    ("事项编码", "事项名称", "设定依据", "实施机关", "法定办结时限"),
    ("X-1", "食品经营许可", "食品安全法", "青屏县市场监督管理局", "20个工作日"),
    ("X-2", "药品零售企业许可", "药品管理法", "青屏县市场监督管理局", "20个工作日"),
)
SECOND_POWERS = (
    POWERS[1],
    (*POWERS[2][:4], "无证无照经营查处办法第5条"),
    ("P-3", "烟花爆竹经营许可", "行政许可", "青屏县市场监督管理局", "烟花爆竹安全管理条例"),
)


def stop_the_clock(now: datetime) -> None:
    """It always is this moment, also where Django notes one; no LibreOffice, which not every machine has."""
    running, timezone.now = timezone.now, lambda: now
    for model in apps.get_models():
        for field in model._meta.fields:
            if field.default is running:
                field.default = timezone.now
                field.__dict__.pop("_get_default", None)
    for module in (printed, drafting, paper_pages, serving):
        module.can_print = lambda: False  # type: ignore[attr-defined]
    for module in (printed, drafting, serving):
        module.as_pdf = lambda *_: None  # type: ignore[attr-defined]
    working.work_on = SimpleNamespace(enqueue=working.work_on.func)  # type: ignore[assignment]


def lay_further(laid: Laid) -> dict[str, str]:
    """Papers, files, a signed sheet, lists, a dossier, jobs, reports and books; addresses that are drawn, by name."""
    _signed_sheet(laid)
    _papers()
    found = _registers() | _administering(laid) | _reports()
    _exported()
    _second_factor()
    return found


def sat(name: str) -> Client:
    """Somebody at his desk."""
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(account(name), backend="allauth.account.auth_backends.AuthenticationBackend")
    client.cookies["yifa_language"] = "zh"
    return client


def did(client: Client, address: str, told: dict[str, Any], after: int = 302) -> str:
    """Send a form that is to be taken; where it leads."""
    answer = client.post(address, told)
    assert answer.status_code == after, (address, answer.status_code, _faults(answer.content.decode()))
    return str(answer.headers.get("Location", ""))


def _faults(page: str) -> str:
    """What a page says is wrong."""
    return " ".join(re.sub("<[^>]+>", " ", "".join(page.partition('class="errors"')[1:])).split())[:300]


def _signed_sheet(laid: Laid) -> None:
    """A sheet that was signed and waits to be carried out."""
    asked = (
        (StepRole.PROPOSE, "0412", "拟立案"),
        (StepRole.REVIEW, "0403", "同意"),
        (StepRole.SIGN, "0402", "同意立案"),
    )
    case, handler = laid.cases["青市监案〔2026〕43号"], laid.officers["0412"]
    with everything("lay the office of the manual"):
        way = [Asked(role, (Post.objects.get(officer=laid.officers[who]),)) for role, who, _ in asked]
        on = datetime(2026, 3, 2, 16, tzinfo=CHINA)
        words = "经核查，举报属实，有初步证据证明，符合立案标准。"
        actor = Actor(f"officer{handler.id}", on)
        sheet = draw_up(case, "case-filed", words, way, drawn_by=handler, actor=actor, on=on.date())
        for _, who, opinion in asked:
            officer = laid.officers[who]
            step = sheet.steps.get(state="open")
            pass_on(step, opinion, officer=officer, actor=Actor(f"officer{officer.id}", on), on=on.date())


def _papers() -> None:
    """A draft, a paper with its service under way, a file, a dossier of the closed case."""
    client = sat("officer")
    did(client, "/cases/4/papers/new/", {"act": "pre-decision-notice-served", "paper": "行政处罚告知书"})
    address = did(client, "/cases/4/papers/new/", {"act": "hearing-right-notified", "paper": "听证告知书"})
    page = client.get(address).content.decode()
    [facts] = re.findall(r'for="(p\d+)"><span lang="zh-Hans">违法事实', page)
    words = "现场检查发现药品存放于常温货架，未按标示的阴凉条件储存。"
    did(client, address, {"title": "听证告知书", facts: words, "how": "save"})
    told = {"on": TODAY, "number": "begin", "letters": "青市监听告", "way": "new", "blanks": "yes"}
    paper = did(client, f"{address}issue/", {**told, "openness": "on-request"})
    did(client, f"{paper}serve/", {"means": "direct", "on": TODAY, "place": "晴川路大药房"})
    picture = SimpleUploadedFile("货架照片.png", PNG)
    kept = {"file": picture, "sort": "object", "title": "货架照片", "taken": "2026-01-12", "sensitive": "yes"}
    did(client, "/cases/4/files/keep/", kept)
    scanned = SimpleUploadedFile("处罚决定书（盖章扫描件）.png", PNG + b".")
    did(
        client,
        "/cases/8/files/keep/",
        {"file": scanned, "sort": "document", "title": "处罚决定书", "taken": "2025-11-05"},
    )
    did(client, "/cases/8/dossier/", {"retention": "10-years", "note": "卷内文件齐全"})
    did(client, "/cases/views/", {"what": "save", "query": "light=red", "name": "逾期的"})


def _registers() -> dict[str, str]:
    """A ledger that was looked at and taken in; a list in force and the draft of its next edition; one with none."""
    with TemporaryDirectory() as folder:
        client = sat("officer")
        begun = did(client, "/imports/", {"files": [ledger(Path(folder) / "行政处罚台账.xlsx")]})
        work_off()
        did(client, begun, {})
        work_off()
        looked = did(client, "/imports/", {"files": [ledger(Path(folder) / "行政处罚台账（补）.xlsx")]})
        work_off()
        batch = re.findall(r'href="(/imports/undo/[^"]+)"', client.get("/imports/").content.decode())[0]
        reviewer = sat("reviewer")
        page = reviewer.get("/lists/new/").content.decode()
        organ = re.findall(r'<option value="(\d+)"', page)[0]
        did(reviewer, "/lists/new/", {"kind": "powers", "title": "权责清单", "organ": organ})
        first = _edition(reviewer, workbook(Path(folder) / "权责清单.xlsx", POWERS))
        did(reviewer, f"{first}force/", {"on": "2026-01-01", "because": "青市监公告〔2025〕12号"})
        _edition(reviewer, workbook(Path(folder) / "权责清单（2026年修订）.xlsx", SECOND_POWERS))
        did(reviewer, "/lists/new/", {"kind": "permits", "title": "行政许可事项清单", "organ": organ})
        permits = _edition(reviewer, workbook(Path(folder) / "行政许可事项清单.xlsx", PERMITS), 2)
        did(reviewer, f"{permits}force/", {"on": "2026-02-01", "because": "青市监公告〔2026〕1号"})
    return {"import": looked, "batch": unescape(batch)}


def _edition(client: Client, path: Path, number: int = 1) -> str:
    file = SimpleUploadedFile(path.name, path.read_bytes())
    address = did(client, f"/lists/{number}/workbook/", {"file": file, "on": TODAY})
    told = dict(re.findall(r'name="(sent|on|confirm)" value="([\w-]+)"', client.get(address).content.decode()))
    return str(did(client, address.partition("?")[0], told))


def _administering(laid: Laid) -> dict[str, str]:
    """What is told to everybody, a token of a system, an organ whose end was looked at."""
    client = sat("system")
    organ = str(laid.organs["qp"].id)
    told = {
        "organ": organ,
        "text": "3月6日18时至20时系统维护，请提前保存。",
        "first": "2026-03-05",
        "last": "2026-03-06",
    }
    did(client, "/announcements/put-up/", told)
    holder = str(laid.officers["0415"].id)
    did(client, "/tokens/issue/", {"officer": holder, "label": "非税缴费系统", "last": "2026-12-31"}, 200)
    ending = {"into": "青屏县市场监督管理局", "on": TODAY, "because": "机构改革方案"}
    address = did(client, f"/organs/{laid.organs['qp-urban'].id}/merge/", ending)
    work_off()
    return {"ending": address}


def _exported() -> None:
    """A list that was asked for and written."""
    did(sat("officer"), "/cases/export/", {"query": "state=all&sort=number"})
    export_tasks.write_export.call(Export.objects.latest("id").id)
    DBTaskResult.objects.filter(status="READY").update(status="SUCCESSFUL", finished_at=timezone.now())


def _second_factor() -> None:
    """One who signs in with a code from a phone, and has spare ones."""
    holder = account(WITH_CODES)
    totp.TOTP.activate(holder, SECRET)
    seed = {"seed": encrypt(SECRET.lower()), "used_mask": 0}
    Authenticator.objects.create(user=holder, type=Authenticator.Type.RECOVERY_CODES, data=seed)


def code_now(further: int) -> str:
    """The code of who signs in with one, `further` half minutes from now; each is taken once."""
    return str(totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30 + further)))


def _reports() -> dict[str, str]:
    """A report that was checked, ledgers that were judged, a book and the report drafted from it."""
    client = sat("report")
    year, before = (named(one.name, one.read_bytes()) for one in (REPORTS / THIS_YEAR, REPORTS / YEAR_BEFORE))
    reading = did(client, "/reading/", {"report": year, "earlier": before})
    book, report = lay_year(client, did)
    with TemporaryDirectory() as folder:
        path = ledger_book(Path(folder) / "行政处罚台账.xlsx", [GOOD, LATE])
        sent = {"ledgers": named(path.name, path.read_bytes()), "as_of": "2025-06-30", "per_organ": "yes"}
        check = did(sat("supervisor"), "/ledgers/", sent)
    return {"reading": reading, "book": book, "report": report, "check": check}
