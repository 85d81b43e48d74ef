"""Runs: facts and duties brought together, for one case or for many, and what comes of it.

`engine("licence").judge(case, as_of)` for one case; `story` tells a case; `examples` and `cases` hold engines to worked
cases.
"""

from yifa.law.run.findings import Finding, Result, diff
from yifa.law.run.one_case import Engine, engine

__all__ = ["Engine", "Finding", "Result", "diff", "engine"]
