"""Where the pages of the office stand: what its rooms declare, and nothing else."""

from __future__ import annotations

from yifa.interfaces.office.accounts import pages as accounts
from yifa.interfaces.office.accounts import tokens
from yifa.interfaces.office.amending import correcting, handing_over, linking, showing, taking_part
from yifa.interfaces.office.amending import pages as amending
from yifa.interfaces.office.announcements import pages as announcements
from yifa.interfaces.office.approvals import carrying_out, drawing_up, on_paper
from yifa.interfaces.office.approvals import pages as approvals
from yifa.interfaces.office.books import pages as books
from yifa.interfaces.office.case import pages as case
from yifa.interfaces.office.cases import exporting, together
from yifa.interfaces.office.cases import pages as cases
from yifa.interfaces.office.checking_ledgers import blanks
from yifa.interfaces.office.checking_ledgers import pages as checking_ledgers
from yifa.interfaces.office.clues import pages as clues
from yifa.interfaces.office.declaring import patterns
from yifa.interfaces.office.dictionaries import pages as dictionaries
from yifa.interfaces.office.dossiers import pages as dossiers
from yifa.interfaces.office.exports import pages as exports
from yifa.interfaces.office.granting import pages as granting
from yifa.interfaces.office.health import pages as health
from yifa.interfaces.office.holdings import pages as holdings
from yifa.interfaces.office.importing import pages as importing
from yifa.interfaces.office.jobs import pages as jobs
from yifa.interfaces.office.law import articles, calendars, duty_page, holiday_notices, term
from yifa.interfaces.office.law import pages as law
from yifa.interfaces.office.lists import pages as lists
from yifa.interfaces.office.login import certificates, outside, passkeys
from yifa.interfaces.office.login import pages as login
from yifa.interfaces.office.logs import pages as logs
from yifa.interfaces.office.next_act import pages as next_act
from yifa.interfaces.office.notices import pages as notices
from yifa.interfaces.office.officers import pages as officers
from yifa.interfaces.office.opening import pages as opening
from yifa.interfaces.office.organs import pages as organs
from yifa.interfaces.office.papers import drafting, file_pages, form_pages, number_pages, serving, under_way
from yifa.interfaces.office.papers import issuing as issuing_papers
from yifa.interfaces.office.papers import pages as papers
from yifa.interfaces.office.parties import pages as parties
from yifa.interfaces.office.reading import pages as reading
from yifa.interfaces.office.reports import answering, editing, issuing
from yifa.interfaces.office.reports import pages as reports
from yifa.interfaces.office.views import pages as views
from yifa.interfaces.office.workbench import numbers
from yifa.interfaces.office.workbench import pages as workbench

urlpatterns = patterns(
    (
        login,
        passkeys,
        certificates,
        outside,
        workbench,
        numbers,
        notices,
        cases,
        together,
        exporting,
        views,
        exports,
        opening,
        case,
        clues,
        next_act,
        approvals,
        drawing_up,
        on_paper,
        carrying_out,
        amending,
        correcting,
        taking_part,
        linking,
        handing_over,
        showing,
        papers,
        under_way,
        drafting,
        issuing_papers,
        serving,
        file_pages,
        form_pages,
        number_pages,
        dossiers,
        law,
        duty_page,
        articles,
        term,
        calendars,
        holiday_notices,
        reading,
        blanks,
        checking_ledgers,
        books,
        reports,
        editing,
        answering,
        issuing,
        lists,
        parties,
        importing,
        organs,
        officers,
        dictionaries,
        accounts,
        tokens,
        granting,
        holdings,
        announcements,
        jobs,
        logs,
        health,
    )
)
