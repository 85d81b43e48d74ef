"""The manual as files and in a browser: every duty on its page, every link leads somewhere, nothing is fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.interfaces.leaflets.conftest import DESK, TELEPHONE
from yifa.interfaces.manual import procedure_page, write_manual
from yifa.interfaces.manual.terms_page import terms
from yifa.law.catalogue.folders import folder, procedure_ids, register_ids
from yifa.law.catalogue.systems import systems
from yifa.wording import CHINESE, ENGLISH, language

FOLDERS = ("licence", "issue-ledger")
PAGES = [
    f"{name}{ending}" for name in (*FOLDERS, "index", "coverage", "lists", "terms") for ending in (".html", ".en.html")
]


@pytest.fixture(scope="session")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("manual")
    write_manual(place, only=FOLDERS)
    return place


def test_there_is_a_page_for_each_folder_in_both_languages(manual: Path) -> None:
    assert sorted(path.name for path in manual.iterdir()) == sorted([*PAGES, "manual.css"])


def test_every_duty_rule_and_worked_case_stands_on_the_page(manual: Path) -> None:
    text = (manual / "licence.html").read_text(encoding="utf-8")
    licence = folder("licence")
    anchors = re.findall(r'<section class="duty" id="([^"]+)"', text)
    assert anchors == [duty.id.replace("/", "--") for duty in licence.duties]
    assert re.findall(r'<th scope="row" class="id">([^<]+)</th><td>', text) == list(licence.rules)
    assert text.count('<details class="case"') == sum(len(group.examples) for group in licence.groups)


def test_what_governments_run_stands_on_the_coverage_page(manual: Path) -> None:
    text = (manual / "coverage.en.html").read_text(encoding="utf-8")
    assert re.findall(r'<td class="id">([^<]+)</td>', text) == list(systems())
    assert '<a href="issue-ledger.en.html">' in text


def test_every_chinese_term_of_the_corpus_stands_in_the_list_of_terms_with_its_english(manual: Path) -> None:
    listed = {(one.zh, one.en) for one in terms(language(CHINESE))}
    for id_ in (*procedure_ids(), *register_ids()):
        procedure = folder(id_).procedure
        for one in (*procedure.acts.values(), *procedure.fields.values(), *procedure.definitions.values()):
            assert (one.zh, one.en) in listed
            assert re.search("[\u4e00-\u9fff]", one.zh)
            assert not re.search("[\u4e00-\u9fff]", one.en)
    text = (manual / "terms.html").read_text(encoding="utf-8")
    assert text.count('<th scope="row" lang="zh-Hans">') == len(terms(language(CHINESE)))


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_places_that_are_there(manual: Path, page: str) -> None:
    text = (manual / page).read_text(encoding="utf-8")
    known = {f"{id_}{ending}" for id_ in (*procedure_ids(), *register_ids()) for ending in (".html", ".en.html")}
    anchors = set(re.findall(r'id="([^"]+)"', text))
    for target in re.findall(r'href="([^"]+)"', text):
        name, _, anchor = target.partition("#")
        assert not name or (manual / name).exists() or name in known, target
        assert name or anchor in anchors, target


@pytest.mark.parametrize("id_", procedure_ids())
def test_every_procedure_can_be_told(id_: str) -> None:
    for tag in (CHINESE, ENGLISH):
        told = procedure_page.collect(folder(id_), language(tag))
        shown = [duty["id"] for chapter in told["chapters"] for duty in chapter["duties"]]
        assert [*shown, *(duty["id"] for duty in told["borrowed"])] == [duty.id for duty in folder(id_).duties]
        assert all(duty["title"] and duty["law"] for chapter in told["chapters"] for duty in chapter["duties"])


def test_every_register_can_be_told() -> None:
    for id_ in register_ids():
        for tag in (CHINESE, ENGLISH):
            told = procedure_page.collect(folder(id_), language(tag))
            assert [act["id"] for act in told["acts"]] == list(folder(id_).procedure.acts)


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
@pytest.mark.parametrize(
    "page",
    [
        pytest.param("licence.html", marks=pytest.mark.slow),
        "issue-ledger.en.html",
        "index.html",
        "coverage.en.html",
        "lists.html",
    ],
)
def test_in_a_browser_nothing_is_wrong_too_wide_or_fetched(
    chromium: Browser, manual: Path, page: str, size: tuple[int, int]
) -> None:
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    opened = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto((manual / page).as_uri())
    wide = opened.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    found = Axe().run(opened, options={"preload": False}).response["violations"]
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} == {(manual / page).as_uri(), (manual / "manual.css").as_uri()}
    assert wide[0] <= wide[1]
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []
    context.close()
