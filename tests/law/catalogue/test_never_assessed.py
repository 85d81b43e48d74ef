import pytest

from yifa.law.catalogue import CorpusFaults, never_assessed
from yifa.law.catalogue.measures import measure, measures
from yifa.law.catalogue.never_assessed import NeverAssessed, assessing_faults, neutral_faults, rule_over

RULE = NeverAssessed.model_validate({"measures": ["lit-*"], "kinds": ["count"], "why": {"zh": "理由", "en": "why"}})


def test_no_measure_of_the_corpus_says_better_or_worse_of_what_is_never_assessed():
    assert list(neutral_faults(measures())) == []


def test_a_measure_that_does_is_refused_with_the_reason():
    faults = list(neutral_faults([measure("lit-advice-replied"), measure("lit-advice-rate")], [RULE]))
    assert [(one.file, one.message) for one in faults] == [("lit-advice-replied", "must be `neutral`: why")]


def test_a_rule_over_no_measure_is_a_fault():
    assert [one.message for one in neutral_faults([measure("pen-filed")], [RULE])] == ["«lit-*» is no measure"]


def test_fines_penalties_inspections_and_corrections_may_carry_no_score():
    for id_ in ("pen-total-amount", "pen-decided", "ins-count", "rec-correction-rate", "coe-sealed"):
        assert rule_over(measure(id_)) is not None
        assert list(assessing_faults("indicator-1", [measure(id_)]))
    assert list(assessing_faults("indicator-2", [measure("lit-head-rate"), measure("ogi-answer-rate")])) == []


def test_a_corpus_in_which_one_says_better_or_worse_is_refused(monkeypatch):
    turned = measure("pen-filed").model_copy(update={"direction": "higher"})
    given = tuple(turned if one.id == turned.id else one for one in measures())
    monkeypatch.setattr(never_assessed, "measures", lambda: given)
    with pytest.raises(CorpusFaults) as refused:
        never_assessed.checked_measures.__wrapped__()
    assert [(fault.file, fault.where) for fault in refused.value.faults] == [("pen-filed", "direction")]
