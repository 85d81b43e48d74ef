"""Figures: what is counted from the acts of cases, as counts, sums, rates and durations, each with its way back.

`understood` makes trees of what `figures.yaml` says; `grain` keeps counts and sums by organ, month and procedure and
adds them up; `working_out` makes a measure of them; `relations` sets figures against each other (勾稽); `forms` fills
the statistics forms. `yifa.law.run.counting` reads the acts. Nothing here knows a file, a page or today.
"""

from yifa.law.figures.grain import Grain, Totals
from yifa.law.figures.periods import Period
from yifa.law.figures.understood import CountedFigure, FigureSet, figure_set, without_data
from yifa.law.figures.working_out import Figure, Gap, work_out

__all__ = [
    "CountedFigure",
    "Figure",
    "FigureSet",
    "Gap",
    "Grain",
    "Period",
    "Totals",
    "figure_set",
    "without_data",
    "work_out",
]
