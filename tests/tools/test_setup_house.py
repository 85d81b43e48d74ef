"""Setting up: what makes it start anew, and what is said when a part is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import setup_house
from setup_house import SetupFailed, debian_install, fingerprint, install_debian_part, runs, set_up_environment


def test_a_set_up_environment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / ".yifa-installed").write_text("\n".join(fingerprint(["run", "test"])))
    monkeypatch.setattr(setup_house, "install", lambda *_: pytest.fail("installed again"))

    set_up_environment(venv, sys.executable, ["run"])


def test_a_change_of_the_lock_or_of_the_messages_installs_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv, done = tmp_path / "venv", []
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / ".yifa-installed").write_text("project:old run:old")
    monkeypatch.setattr(setup_house, "install", lambda _, files: done.append([file.name for file in files]))
    monkeypatch.setattr(setup_house, "install_project", lambda _: done.append("yifa"))

    set_up_environment(venv, sys.executable, ["run"])

    assert done == [["bootstrap.txt", "run.txt"], "yifa"]
    assert set((venv / ".yifa-installed").read_text().split()) == fingerprint(["run"])


def test_an_interpreter_that_does_not_start_is_no_environment(tmp_path: Path) -> None:
    assert not runs(tmp_path / "python")
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    assert not runs(broken)


def test_a_missing_part_names_the_command_when_we_may_not_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)

    with pytest.raises(
        SetupFailed, match=r"please type once: sudo sh -c 'apt-get update && apt-get install -y chromium'"
    ):
        install_debian_part("chromium")


def test_a_machine_without_apt_is_told_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)

    with pytest.raises(SetupFailed, match="this machine lacks fonts-noto-cjk"):
        debian_install(["fonts-noto-cjk"])


def test_failing_packages_fail_with_one_line_and_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_, **__):
        return subprocess.CompletedProcess([], 1, "", "first\nERROR: no matching distribution found")

    monkeypatch.setattr(setup_house.subprocess, "run", fails)

    with pytest.raises(SetupFailed) as caught:
        setup_house.install(tmp_path, [tmp_path / "run.txt"])
    assert str(caught.value).startswith("packages could not be installed: ERROR: no matching distribution found — ")
    assert "pip config set" in str(caught.value)


def test_the_program_leaves_with_one_and_a_line_on_stderr(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    def fails(*_):
        raise SetupFailed("no disk")

    monkeypatch.setattr(setup_house, "set_up_environment", fails)

    assert setup_house.main(["run"]) == 1
    assert capsys.readouterr().err == "setup: no disk\n"


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ('openjdk version "17.0.15" 2025-04-15', True),
        ('openjdk version "21" 2023-09-19', True),
        ('openjdk version "11.0.22" 2024-01-16', False),
        ('java version "1.8.0_392"', False),
        ("", False),
    ],
)
def test_a_java_that_spark_can_use_is_told_from_older_ones(
    said: str, stands: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/java")
    monkeypatch.setattr(
        setup_house.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "", f"{said}\n")
    )

    assert setup_house.has_java() is stands


def test_every_group_has_a_lock_and_every_lock_a_group() -> None:
    locks = {path.stem for path in setup_house.REQUIREMENTS.glob("*.txt")} - {"bootstrap", "bundle"}

    assert locks == set(setup_house.GROUPS)
