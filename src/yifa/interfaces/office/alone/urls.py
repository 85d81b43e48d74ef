"""Where the pages stand that one person has without a record: the places for files, and the law."""

from __future__ import annotations

from yifa.interfaces.office.alone import pages as alone
from yifa.interfaces.office.books import pages as books
from yifa.interfaces.office.checking_ledgers import blanks
from yifa.interfaces.office.checking_ledgers import pages as checking_ledgers
from yifa.interfaces.office.declaring import patterns
from yifa.interfaces.office.law import articles, calendars, duty_page, holiday_notices, term
from yifa.interfaces.office.law import pages as law
from yifa.interfaces.office.reading import pages as reading
from yifa.interfaces.office.reports import answering, editing, issuing
from yifa.interfaces.office.reports import pages as reports

FILES = (reading, blanks, checking_ledgers, books, reports, editing, answering, issuing)
"""The places for files."""
LAW = (law, duty_page, articles, calendars, holiday_notices, term)
"""The law itself."""
urlpatterns = patterns((alone, *FILES, *LAW))
handler404 = "yifa.interfaces.office.errors.not_there"
handler500 = "yifa.interfaces.office.errors.unexpected"
