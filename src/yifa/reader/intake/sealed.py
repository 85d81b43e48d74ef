"""A parser of foreign bytes run in a process of its own, bounded in time and memory.

PDFs are read by a library in C; a file made to harm can hang it, fill the memory or bring it down. Then only that
process ends, the file is refused, and the reading goes on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from yifa.reader.intake.refusals import Reason, Unreadable


def run_sealed(module: str, data: bytes, *, seconds: int, memory: int, part: str) -> Any:
    """What `module.main(memory, seconds)` prints as JSON when it is given `data` on its standard input.

    Raises `Unreadable`: took_too_long, broken (at `part`) when the process came down, or the reason it names.
    """
    command = [sys.executable, "-c", f"from {module} import main; main({memory}, {seconds})"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Reason.TOOK_TOO_LONG, seconds=seconds) from error
    except OSError as error:
        raise Unreadable(Reason.BROKEN, part=part) from error
    if done.returncode:
        raise Unreadable(Reason.BROKEN, part=part)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable(Reason.BROKEN, part=part) from error
    if "reason" in answer:
        raise Unreadable(Reason(answer["reason"]), **answer["values"])
    return answer
