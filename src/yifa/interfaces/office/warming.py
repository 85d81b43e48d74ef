"""Getting ready before anybody comes: what would make the first pages of a process slow is done while it starts.

The pages and their addresses are imported, the templates put together, and the law that lists and cases are told by is
read. The database is not touched.
"""

from __future__ import annotations

from django.template import engines
from django.urls import get_resolver
from jinja2 import Environment

from yifa.interfaces.office.menu import pages
from yifa.law.catalogue import calendar
from yifa.law.catalogue.folders import procedure_ids
from yifa.law.run.one_case import engine
from yifa.wording import CHINESE, ENGLISH, language


def warm() -> None:
    """Get ready."""
    get_resolver().url_patterns  # noqa: B018 - looking at them imports them
    pages()
    templates: Environment = engines["jinja2"].env  # type: ignore[attr-defined]  # an engine of Jinja's has one
    for name in templates.list_templates(extensions=("html",)):
        templates.get_template(name)
    calendar()
    for procedure in procedure_ids():
        engine(procedure)
    for tag in (CHINESE, ENGLISH):
        language(tag)
