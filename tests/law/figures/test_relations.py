from fractions import Fraction

from yifa.law.catalogue.measures import measure
from yifa.law.figures import Figure, Gap
from yifa.law.figures.relations import Kind, Relation, Standing, is_all, relations
from yifa.law.figures.working_out import Lack

OPEN = (Gap(Lack.UNKNOWN, "p", 1),)


def figure(id_, value, gaps=()):
    return Figure(measure(id_), None if value is None else Fraction(value), gaps=gaps)


def standing(*figures):
    found = {one.measure.id: one for one in figures}
    return [(one.kind, one.standing) for one in relations(found)]


def test_parts_that_add_up_hold():
    three = figure("pen-decided", 7), figure("pen-simple", 3), figure("pen-ordinary", 4)
    assert standing(*three) == [
        (Kind.ADDS_UP, Standing.HOLDS), (Kind.WITHIN, Standing.HOLDS), (Kind.WITHIN, Standing.HOLDS)
    ]  # fmt: skip


def test_parts_that_do_not_add_up_are_broken_where_nothing_is_open():
    simple, ordinary = figure("pen-simple", 3), figure("pen-ordinary", 5)
    assert standing(figure("pen-decided", 7), simple, ordinary)[0] == (Kind.ADDS_UP, Standing.BROKEN)
    assert standing(figure("pen-decided", 7, OPEN), simple, ordinary)[0] == (Kind.ADDS_UP, Standing.OPEN)
    assert standing(figure("pen-decided", None), simple, ordinary)[0] == (Kind.ADDS_UP, Standing.OPEN)


def test_a_part_greater_than_its_whole_is_broken():
    found = relations({"rec-upheld": figure("rec-upheld", 9), "rec-concluded": figure("rec-concluded", 8)})
    assert found == [
        Relation(Kind.WITHIN, Standing.BROKEN, ("rec-upheld",), ("rec-concluded",), Fraction(9), Fraction(8))
    ]


def test_all_is_said_only_where_nothing_is_open():
    done, due = figure("lit-advice-replied", 9), figure("lit-advice-received", 9)
    assert is_all(done, due)
    assert not is_all(figure("lit-advice-replied", 8), due)
    assert not is_all(figure("lit-advice-replied", 9, OPEN), due)
    assert not is_all(done, figure("lit-advice-received", 9, OPEN))
