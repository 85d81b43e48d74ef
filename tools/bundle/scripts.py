"""The scripts and words of an archive: installing and starting with a click, on Linux and on Windows."""

from __future__ import annotations

INSTALL_SH = """#!/bin/sh
# Installs Yifa from this folder alone; nothing is fetched. 从本目录安装，不联网。
set -eu
cd "$(dirname "$0")"
if command -v sha256sum >/dev/null; then
  sha256sum --check --quiet SHA256SUMS || {
    echo "文件与 SHA256SUMS 不符，请重新复制。 Files differ from SHA256SUMS; copy them again." >&2; exit 1; }
fi
for wanted in @PYTHONS@; do
  for candidate in ${YIFA_PYTHON:-} "python$wanted" "/usr/bin/python$wanted" python3 /usr/bin/python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
       "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$wanted')" 2>/dev/null; then
      # a Python in the own folder of who installs could be started by nobody else
      if [ "$candidate" != "${YIFA_PYTHON:-}" ]; then
        case $("$candidate" -c "import os, sys; print(os.path.realpath(sys.executable))") in
          "${HOME:-/nowhere}"/*) [ "$(id -u)" != 0 ] || continue ;;
        esac
      fi
      python=$candidate
      break 2
    fi
  done
done
if [ -z "${python:-}" ]; then
  echo "需要 Python @PYTHONS@。 Python @PYTHONS@ is needed; set YIFA_PYTHON to where it is." >&2
  exit 1
fi
"$python" -m venv --without-pip program
program/bin/python wheels/@PIP@/pip --disable-pip-version-check install --quiet --no-index \\
  --find-links wheels --require-hashes --requirement requirements.txt
echo "已安装：program/bin/yifa。启动：sh start.sh   Installed. To start: sh start.sh"
"""

START_SH = """#!/bin/sh
# Prepares the record and serves it on this machine. 准备数据库并在本机启动。
set -eu
cd "$(dirname "$0")"
[ -x program/bin/yifa ] || sh install.sh
program/bin/yifa record prepare
exec program/bin/yifa serve "$@"
"""

INSTALL_BAT = """@echo off\r
rem Installs Yifa from this folder alone; nothing is fetched.\r
setlocal\r
cd /d "%~dp0"\r
set "PYTHON="\r
for %%V in (@PYTHONS@) do (\r
  if not defined PYTHON (\r
    py -%%V -c "import sys" >nul 2>&1 && set "PYTHON=py -%%V"\r
  )\r
)\r
if not defined PYTHON (\r
  echo Python @PYTHONS@ is needed: install it for all users, then run this again.\r
  exit /b 1\r
)\r
%PYTHON% -m venv --without-pip program || exit /b 1\r
program\\Scripts\\python.exe wheels\\@PIP@\\pip --disable-pip-version-check install --quiet --no-index ^\r
  --find-links wheels --require-hashes --requirement requirements.txt || exit /b 1\r
echo Installed. To start: start.bat\r
"""

START_BAT = """@echo off\r
rem Prepares the record and serves it on this machine.\r
setlocal\r
cd /d "%~dp0"\r
if not exist program\\Scripts\\yifa.exe call install.bat || exit /b 1\r
program\\Scripts\\yifa.exe record prepare || exit /b 1\r
program\\Scripts\\yifa.exe serve %*\r
"""

README = """Yifa 依法 @VERSION@
================

在不联网的机器上安装并运行。需要：Python @PYTHONS@。
  1. 核对（Linux）：sha256sum --check SHA256SUMS
  2. 安装并启动：Linux 运行 sh start.sh，Windows 双击 start.bat
  3. 浏览器打开 http://127.0.0.1:8000/
适用：@PLATFORMS@。命令行：program/bin/yifa（Windows：program\\Scripts\\yifa.exe）。

Installs and runs on machines without a network. Needed: Python @PYTHONS@.
  1. Check (Linux): sha256sum --check SHA256SUMS
  2. Install and start: sh start.sh on Linux, start.bat on Windows
  3. Open http://127.0.0.1:8000/ in a browser
For: @PLATFORMS@. The command line: program/bin/yifa (Windows: program\\Scripts\\yifa.exe).
"""


def written(text: str, **values: str) -> str:
    """A text with its places filled in."""
    for name, value in values.items():
        text = text.replace(f"@{name.upper()}@", value)
    return text
