"""What a number depends on: processor, cores, Python, versions. The machine's name and paths are nobody's business."""

from __future__ import annotations

import os
import platform
import resource
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any


def facts(packages: Iterable[str]) -> dict[str, Any]:
    """Processor, usable cores, memory, load before the start, Python, and the versions of these packages."""
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": _memory_gb(),
        "load_before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": {name: _version(name) for name in sorted(set(packages))},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def peak_mib() -> float:
    """The most memory this process has held at once, in MiB, not counting what it was started from.

    What `getrusage` tells begins with the memory of the process that started this one, as far as Linux goes.
    """
    found = _line("/proc/self/status", "VmHWM")
    return int(found.split()[0]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _memory_gb() -> int | None:
    found = _line("/proc/meminfo", "MemTotal")
    return round(int(found.split()[0]) / 1024 / 1024) if found else None


def _line(path: str, key: str) -> str | None:
    """What stands after the key in a file of the system, where there is such a file."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), None)
