from datetime import date

import pytest

from tests.oversight.reporting.drafts import checked, drafted, edited
from yifa.oversight.reporting.canonical import NotSealed
from yifa.oversight.reporting.releasing import CannotRelease, left, open_releases, release, releases_bytes, used

BY = {"by": "林某", "post": "县政府办公室主任", "reason": "据会议纪要", "day": date(2025, 1, 19)}


@pytest.fixture
def done():
    return checked(edited().replace("完成审计项目", "组织学习9次，完成审计项目"))


def test_a_point_that_somebody_answers_for_stands_no_longer_in_the_way(done):
    (point,) = left(done, ())
    (one,) = release(done, [point.key], **BY)
    assert (one.by, one.post, one.reason, one.day) == ("林某", "县政府办公室主任", "据会议纪要", "2025-01-19")
    assert one.words.endswith("组织学习【9次】")
    assert left(done, [one]) == ()
    assert used(done, [one, one]) == (one,)
    assert used(checked(edited()), [one]) == ()


def test_a_number_that_was_changed_afterwards_must_be_answered_for_anew(done):
    (one,) = release(done, [left(done, ())[0].key], **BY)
    changed = checked(edited().replace("完成审计项目", "组织学习8次，完成审计项目"))
    assert len(left(changed, [one])) == 1


def test_nobody_answers_for_a_gap_or_for_what_was_not_found(done):
    gaps = checked(drafted().text)
    with pytest.raises(CannotRelease) as refused:
        release(gaps, [gaps.points[0].key], **BY)
    assert refused.value.found == gaps.points[0]
    with pytest.raises(CannotRelease):
        release(done, ["untraced-000000"], **BY)


def test_releases_are_sealed_and_read_back(done):
    made = release(done, [left(done, ())[0].key], **BY)
    data = releases_bytes(made)
    assert open_releases(data) == made
    with pytest.raises(NotSealed):
        open_releases(data.replace("林某".encode(), "王某".encode()))
