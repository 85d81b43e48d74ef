import pytest

from yifa.law.catalogue.errors import CorpusFaults
from yifa.law.catalogue.figures import FIGURES, FiguresFile, figure_faults
from yifa.law.catalogue.folders import folder, place_of, procedure_ids
from yifa.law.catalogue.reading import Written

PROCEDURES = [id_ for id_ in procedure_ids() if (place_of(id_) / FIGURES).is_file()]
FAULTS = [
    ("{measure: pen-filed, of: case-opened}", "`case-opened` is no act of this procedure"),
    ("{measure: pen-fild, of: case-filed}", "`pen-fild` is no measure; did you mean `pen-filed`?"),
    ("{measure: pen-conclusion-rate, of: case-filed}", "is of kind `percent`, which is not counted so"),
    ("{measure: pen-fine-amount, of: decision-made}", "is of kind `amount`, which is not counted so"),
    ("{measure: pen-fine-amount, of: decision-made, sum: it.result}", "expected an amount of money, found a word"),
    ("{measure: pen-filed, of: case-filed, when: it.nothing = yes}", "has no field «nothing»"),
    ("{measure: pen-filed, of: case-filed, when: it.fine}", "has no field «fine»"),
    ("{measure: pen-filed, of: case-filed, when: case-filed}", "expected a condition, found a day"),
    ("{measure: pen-filed, of: case-filed, sum: count it.officers}", "a figure reads no names"),
    ("{measure: pen-filed, of: decision-made, heaviest: {weight: fine}}", "«weight» is no scale of this file"),
    ("{measure: pen-filed, of: case-filed, until: [case-closed]}", "`since` and `until` go with `in-hand`"),
    ("{measure: pen-filed}", "either `of` or `in-hand` says what is counted"),
    ("{measure: pen-filed, in-hand: end, since: [case-filed], until: [case-closed]}", "is counted in-period"),
    ("{measure: rec-pending, of: case-filed}", "is counted at-end"),
    ("{measure: pen-filed, of: hearing-right-notified}", "other acts count as `hearing-right-notified`; count those"),
]


@pytest.mark.parametrize("id_", PROCEDURES)
def test_the_figures_of_the_corpus_are_in_order(id_):
    of = folder(id_)
    written = Written.file(of.place / FIGURES)
    assert list(figure_faults(written, written.as_(FiguresFile), of.procedure)) == []


@pytest.mark.parametrize(("line", "message"), FAULTS)
def test_a_fault_is_told_with_its_line(line, message):
    written = Written(f"figures:\n- {{measure: pen-concluded, of: case-closed}}\n- {line}\n", "figures.yaml")
    try:
        found = list(figure_faults(written, written.as_(FiguresFile), folder("penalty-ordinary").procedure))
    except CorpusFaults as error:
        found = error.faults
    assert [(one.line, True) for one in found if message in one.message] == [(3, True)], [str(one) for one in found]
