"""publication: met by what is made public in time; without a term, by what is made public before it is judged."""

from __future__ import annotations

from yifa.law.catalogue.kinds.publication import Publication
from yifa.law.conditions.tree import YES, negated
from yifa.law.duties.answers import Answer
from yifa.law.duties.asking import Asking
from yifa.law.duties.terms import in_time


def meaning(duty: Publication, asking: Asking) -> Answer:
    """Published in time, or at all."""
    if duty.way is not None:
        return in_time(duty, asking)
    published = asking.first_done(duty.done).exists
    pending = negated(asking.event(duty.until, "until").exists) if duty.until else YES
    return Answer(applies=asking.trigger.exists, met=published, pending=pending)
