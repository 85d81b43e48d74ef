"""The machines that an archive is for: which wheels run there, and what the markers of requirements come to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Platform:
    """A kind of machine: tags of wheels that run there, the best first, and its names in markers."""

    name: str
    tags: tuple[str, ...]
    system: str
    sys_platform: str
    machine: str
    os_name: str

    def environment(self, python: str) -> dict[str, str]:
        """What markers ask, for a Python such as 3.11."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": self.os_name,
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.system,
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": self.sys_platform,
        }


def _linux(machine: str) -> tuple[str, ...]:
    newer = tuple(f"manylinux_2_{minor}_{machine}" for minor in (31, 28, 27, 26, 24, 17))
    return (*newer, f"manylinux2014_{machine}", *((f"manylinux1_{machine}",) if machine == "x86_64" else ()))


PLATFORMS = {
    one.name: one
    for one in (
        Platform("linux-x86_64", _linux("x86_64"), "Linux", "linux", "x86_64", "posix"),
        Platform("linux-aarch64", _linux("aarch64"), "Linux", "linux", "aarch64", "posix"),
        Platform("windows-amd64", ("win_amd64",), "Windows", "win32", "AMD64", "nt"),
    )
}
"""Linux with glibc 2.31 or newer (Debian 11, Kylin V10, UOS 20 have it) on both kinds of processors, and Windows."""
