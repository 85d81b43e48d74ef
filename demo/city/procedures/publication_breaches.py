"""What goes wrong with publishing."""

from __future__ import annotations

from demo.city.procedures.publication import (
    CORRECTED,
    FIGURES,
    LICENCE,
    MARKET_PENALTY,
    OTHER_PROVINCE,
    OTHERS,
    PENALTY,
    PUSHED,
    RESTRICTED,
    SHORT,
    SHOWN,
    SITE,
    WITHDRAWN,
    WITHDRAWN_OTHER,
)
from demo.city.recipes import blank_day, breach, late, lawful, moved, on_last_day, unknown, without, wrong
from demo.city.stories import BLANK, NO, days, workdays

IT = "decision-made#1"

RECIPES = (
    breach(SITE, without("information-posted:6"), breaks="pub-prior@site-enforcement#1"),
    breach(SITE, wrong("site-enforcement", id_shown=NO), breaks="pub-during@site-enforcement#1"),
    breach(SITE, wrong("site-enforcement", rights_told=NO), breaks="pub-during@site-enforcement#1"),
    breach(
        OTHERS,
        late(SHOWN, after="decision-made", count=20, unit="workdays", by=(1, 40)),
        breaks=f"pub-result-20wd@{IT}",
    ),
    lawful(OTHERS, on_last_day(SHOWN, after="decision-made", count=20, unit="workdays")),
    breach(
        PENALTY,
        late(SHOWN, after="decision-made", count=7, unit="workdays", by=(1, 20)),
        breaks=f"pub-licence-penalty-7wd@{IT}",
    ),
    breach(LICENCE, without(SHOWN), breaks=f"pub-licence-penalty-7wd@{IT}", sectors=("transport", "land", "health")),
    lawful(PENALTY, on_last_day(SHOWN, after="decision-made", count=7, unit="workdays")),
    breach(
        PENALTY,
        wrong("decision-made", social_impact=NO),
        late(SHOWN, after="decision-made", count=7, unit="workdays", by=(1, 20)),
        breaks=f"pub-licence-penalty-7wd@{IT}:advisory",
    ),
    breach(
        LICENCE,
        late(SHOWN, after="decision-made", count=7, unit="workdays", by=(1, 20)),
        breaks=f"pub-licence-penalty-7wd/samr@{IT}",
        sectors=("market",),
    ),
    breach(
        MARKET_PENALTY,
        moved(SHOWN, workdays(9, 18), after="decision-made"),
        breaks=f"pub-licence-penalty-7wd/samr@{IT}:advisory",
    ),
    breach(
        MARKET_PENALTY,
        moved(SHOWN, workdays(21, 24), after="decision-made"),
        breaks=(f"pub-licence-penalty-7wd/samr@{IT}", f"pub-samr-penalty-20wd@{IT}"),
    ),
    breach(
        PENALTY,
        without(SHOWN),
        breaks=(f"pub-penalty-social-impact@{IT}", f"pub-licence-penalty-7wd@{IT}"),
        see=("dossier-archived",),
    ),
    breach(
        OTHER_PROVINCE,
        moved("information-pushed", workdays(11, 20), after="decision-made"),
        moved(SHOWN, workdays(2, 6), after="decision-made"),
        breaks=f"pub-samr-penalty-10-10wd/pushed@{IT}",
    ),
    breach(
        OTHER_PROVINCE,
        without("information-pushed"),
        moved(SHOWN, workdays(21, 23), after="decision-made"),
        breaks=(f"pub-samr-penalty-10-10wd/unrecorded@{IT}", f"pub-licence-penalty-7wd/samr@{IT}"),
    ),
    breach(
        PUSHED,
        late(SHOWN, after="pushed-information-received", count=10, unit="workdays"),
        breaks="pub-samr-penalty-10-10wd/published@pushed-information-received#1",
    ),
    breach(
        WITHDRAWN,
        late("decision-withdrawn", after="revocation-served", count=3, unit="workdays"),
        breaks="pub-withdraw-3wd@revocation-served#1",
    ),
    breach(
        WITHDRAWN,
        wrong("decision-withdrawn", reasons_published=NO),
        breaks="pub-withdraw-3wd/reasons@decision-withdrawn#1",
    ),
    breach(
        WITHDRAWN_OTHER,
        without("decision-withdrawn"),
        breaks="pub-withdraw-other@revocation-served#1",
        see=("dossier-archived",),
    ),
    breach(CORRECTED, without("corrected"), breaks="pub-correct@inaccuracy-found#1", see=("dossier-archived",)),
    breach(
        SHORT,
        moved("publication-ended", days(100, 200), after=SHOWN),
        breaks=f"pub-samr-stop-3m-3y/short@{SHOWN}#1:auto",
    ),
    breach(
        MARKET_PENALTY,
        breaks=f"pub-samr-stop-3m-3y/long@{SHOWN}#1:auto",
        between=("2022-03-01", "2023-07-31"),
        see=("publication-ended",),
    ),
    breach(
        RESTRICTED,
        moved("publication-ended", days(125, 200), after="decision-made"),
        breaks=f"pub-samr-stop-3m-3y/restriction@{SHOWN}#1:auto",
    ),
    breach(FIGURES, without("statistics-published"), breaks="pub-annual-stats-0131/published@year#2025"),
    breach(
        FIGURES,
        moved("statistics-published", days(40, 90), after="statistics-reported"),
        breaks="pub-annual-stats-0131/published@year#2025",
    ),
    breach(FIGURES, without("statistics-reported"), breaks="pub-annual-stats-0131/reported@year#2025"),
    unknown(PENALTY, blank_day(SHOWN)),
    unknown(SITE, wrong("site-enforcement", papers_issued=BLANK)),
)
