"""What the record leaves open in penalties and licences: a day nobody wrote, a cell nobody filled in.

No breach is planted here; a check-up says that it cannot tell, and says nothing else.
"""

from __future__ import annotations

from demo.city.procedures import licence, licence_afterwards, penalty_ordinary, penalty_sectors, penalty_simple
from demo.city.recipes import blank_day, moved, unknown, wrong
from demo.city.stories import BLANK, days

NOTICE = "pre-decision-notice-served"

RECIPES = (
    unknown(penalty_ordinary.PLAIN, blank_day("decision-made")),
    unknown(penalty_ordinary.PLAIN, blank_day("case-filed")),
    unknown(penalty_ordinary.PLAIN, blank_day(NOTICE)),
    unknown(penalty_ordinary.PLAIN, wrong("inquiry-made", id_shown=BLANK)),
    unknown(penalty_ordinary.PLAIN, wrong(NOTICE, larger_amount=BLANK)),
    unknown(penalty_ordinary.PLAIN, wrong("decision-made", party_present=BLANK), blank_day("decision-served")),
    unknown(penalty_ordinary.HEARING, wrong("hearing-held", chair=BLANK)),
    unknown(penalty_ordinary.HEARING, blank_day("hearing-noticed")),
    unknown(penalty_ordinary.KEPT, blank_day("preservation-disposed")),
    unknown(penalty_sectors.MARKET_PLAIN, blank_day("decision-made"), sectors=("market",)),
    unknown(
        penalty_sectors.MARKET_PLAIN,
        wrong("case-filed", officers=BLANK),
        wrong("inquiry-made", officers=BLANK),
        sectors=("market",),
    ),
    unknown(penalty_sectors.MARKET_HEARING, blank_day("chair-appointed")),
    unknown(penalty_sectors.FARM_HEARING, blank_day("hearing-held")),
    unknown(penalty_simple.PLAIN, wrong("on-spot-decision", fine=BLANK)),
    unknown(penalty_simple.PLAIN, wrong("on-spot-decision", officers=BLANK)),
    unknown(penalty_simple.PLAIN, blank_day("oral-notice-given")),
    unknown(penalty_simple.POLICE, blank_day("reported-back")),
    unknown(licence.PLAIN, blank_day("decision-made")),
    unknown(licence.PLAIN, blank_day("application-accepted")),
    unknown(licence.PLAIN, blank_day("certificate-delivered")),
    unknown(
        licence.CORRECTED,
        moved("corrected-material-received", days(12, 20), after="application-received"),
        blank_day("correction-notice"),
    ),
    unknown(licence.TESTED, wrong("test-started", told_in_writing=BLANK)),
    unknown(licence.VERIFIED, wrong("material-verified", officers=BLANK)),
    unknown(licence_afterwards.COMMITTED, wrong("commitment-signed", applicant_listed=BLANK), sectors=("market",)),
)
