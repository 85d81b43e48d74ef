"""Where the pages of the office stand: what its rooms declare, and nothing else."""

from __future__ import annotations

from yifa.interfaces.office.approvals import pages as approvals
from yifa.interfaces.office.case import pages as case
from yifa.interfaces.office.cases import pages as cases
from yifa.interfaces.office.declaring import patterns
from yifa.interfaces.office.law import pages as law
from yifa.interfaces.office.login import pages as login
from yifa.interfaces.office.next_act import pages as next_act
from yifa.interfaces.office.opening import pages as opening
from yifa.interfaces.office.workbench import pages as workbench

urlpatterns = patterns((login, workbench, cases, opening, case, next_act, approvals, law))
