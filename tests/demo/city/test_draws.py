"""What is drawn for a city is the same for the same words, whatever the machine."""

from __future__ import annotations

import numpy as np

from demo.city.draws import Draws


def test_the_same_words_draw_the_same_numbers_for_ever() -> None:
    assert Draws("city", 1).named("people").whole(6, 1, 100).tolist() == [61, 25, 93, 42, 96, 55]


def test_other_words_draw_others_and_a_part_does_not_depend_on_another() -> None:
    city = Draws("city", 1)
    alone = city.named("a").raw(4).tolist()
    city.named("b").raw(1000)
    assert city.named("a").raw(4).tolist() == alone
    assert city.named("b").raw(4).tolist() != alone


def test_bounds_are_kept_and_both_of_them_are_drawn() -> None:
    drawn = Draws("bounds").whole(2000, 3, 7)
    assert sorted(set(drawn.tolist())) == [3, 4, 5, 6, 7]
    assert (Draws("below").below(np.array([1, 2, 5] * 300)) < np.array([1, 2, 5] * 300)).all()


def test_weights_say_how_often_and_zero_is_never() -> None:
    drawn = Draws("weights").weighted(3000, np.array([0, 1, 3]))
    counts = np.bincount(drawn, minlength=3).tolist()
    assert counts[0] == 0
    assert 2.5 < counts[2] / counts[1] < 3.5


def test_an_order_holds_every_number_once() -> None:
    assert sorted(Draws("order").order(50).tolist()) == list(range(50))
