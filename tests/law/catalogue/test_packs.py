"""A pack: a third party's folder, built and installed as a Python package, read beside our own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACK = Path(__file__).parents[2] / "packs" / "qingping"
UV = Path(sys.executable).with_name("uv")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = shutil.copytree(PACK, tmp_path_factory.mktemp("source") / "pack")
    place = tmp_path_factory.mktemp("installed")
    build = [
        UV,
        "pip",
        "install",
        "--quiet",
        "--offline",
        "--no-deps",
        "--no-build-isolation",
        "--python",
        sys.executable,
    ]
    subprocess.run([*build, "--target", place, source], check=True, capture_output=True)
    return place


def call(*arguments: str, packs: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(packs), "YIFA_LANG": "en"}
    command = [sys.executable, "-c", "from yifa.project.command import main; main()", "--lang", "en", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_its_procedure_is_checked_shown_and_run_like_our_own(installed: Path) -> None:
    checked = call("corpus", "check", "tree-felling", packs=installed)
    assert (checked.returncode, checked.stdout, checked.stderr) == (
        0,
        "tree-felling: 1 duties, 2 examples, all in order\n",
        "",
    )
    shown = json.loads(call("corpus", "show", "--all", "--json", packs=installed).stdout)
    ids = {one["id"]: one["rules"] for one in shown["procedures"]}
    assert ids["tree-felling"]["computed"] == 1
    assert "licence" in ids


def test_its_statute_counts_days_as_it_says(installed: Path) -> None:
    said = call("due", "--law", "青屏采伐办法", "--from", "2023-09-18", "--within", "12日", "--json", packs=installed)
    assert (said.returncode, json.loads(said.stdout)["day"]) == (0, "2023-10-10")


def test_a_folder_of_a_name_we_have_is_refused(installed: Path, tmp_path: Path) -> None:
    packs = shutil.copytree(installed, tmp_path / "packs")
    procedures = packs / "yifa_qingping" / "corpus" / "procedures"
    (procedures / "tree-felling").rename(procedures / "licence")
    said = call("corpus", "check", "licence", packs=packs)
    assert said.returncode == 1
    assert "qingping/procedures/licence: another folder has this id already" in said.stderr


def test_rules_of_an_id_we_have_are_refused(installed: Path, tmp_path: Path) -> None:
    packs = shutil.copytree(installed, tmp_path / "packs")
    rulebook = packs / "yifa_qingping" / "corpus" / "rulebook.yaml"
    rulebook.write_text(rulebook.read_text(encoding="utf-8").replace("qpt-decide-12wd", "lic-decide-20wd"), "utf-8")
    said = call("corpus", "check", "licence", packs=packs)
    assert said.returncode == 1
    assert "qingping/rulebook.yaml: sections: lic-decide-20wd: another rulebook has it already" in said.stderr


def test_a_pack_without_a_corpus_is_named(installed: Path, tmp_path: Path) -> None:
    packs = shutil.copytree(installed, tmp_path / "packs")
    shutil.rmtree(packs / "yifa_qingping" / "corpus")
    said = call("corpus", "check", "licence", packs=packs)
    assert said.returncode == 1
    assert "qingping: `yifa_qingping` holds no folder `corpus`" in said.stderr
