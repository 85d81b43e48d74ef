"""What an installation says of its jobs: where its own files lie, and at which time of the day what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Keeping:
    """Places and times. `authorities`: a file with certificates of the office's own CA, where it has one."""

    home: Path
    files: Path
    backups: Path
    backups_kept: int
    seal_at: time
    backup_at: time
    authorities: Path | None = None

    @property
    def secret(self) -> Path:
        """The file of the installation's secret."""
        return self.home / "secret"

    @property
    def sent_in(self) -> Path:
        """Where ledgers lie that were sent in and are not read yet."""
        return self.home / "sent-in"

    @property
    def folders(self) -> dict[str, Path]:
        """Further folders that a backup holds, by name."""
        return {"calendars": self.home / "calendars", "files": self.files, "reports": self.home / "reports"}


def keeping() -> Keeping:
    """What this installation says."""
    said: Keeping = settings.KEEPING
    return said
