"""Lays the invented office into a record and says who can sign in; then `yifa serve` shows it.

The record is an empty one, or that of the invented county whose ledgers were imported.
"""

from __future__ import annotations

import os
import sys

import django


def main() -> int:
    """Lay the office into the record of this installation; 1 where there is something else in it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.project.settings")
    django.setup()
    from django.conf import settings  # noqa: PLC0415 - the site must stand first
    from django.core.management import call_command  # noqa: PLC0415

    from demo.city_office import PASSWORD, is_invented_county, lay, logins  # noqa: PLC0415
    from demo.office_clues import say  # noqa: PLC0415
    from yifa.oversight.notices.following import follow as tell  # noqa: PLC0415
    from yifa.oversight.standing.following import follow  # noqa: PLC0415
    from yifa.record.jobs.moments import now  # noqa: PLC0415
    from yifa.record.organs.models import Organ  # noqa: PLC0415

    settings.CONFIGURATION.home.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    if Organ.objects.exists() and not is_invented_county():
        print("The record is not empty; the demonstration is laid into an empty one (YIFA_HOME).", file=sys.stderr)
        return 1
    today = now().date()
    laid = lay(today)
    follow(today)
    say(laid, today)
    follow(today)
    tell(today)
    for name, person, title in logins():
        print(f"{name:16} {PASSWORD}  {person} {title}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
