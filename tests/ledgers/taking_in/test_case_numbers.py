import pytest

from yifa.ledgers.taking_in.case_numbers import compared_number, key_of


@pytest.mark.parametrize(
    "written",
    [
        "青市监案〔2025〕18号",
        "青市监案[2025]18号",
        "青市监案（2025）18号",
        "青市监案【2025】18号",
        "青市监案〔２０２５〕 18 号",
        "青市监案(2025)18号\u3000",
    ],
)
def test_brackets_widths_and_spaces_do_not_make_another_number(written: str) -> None:
    assert compared_number(written) == "青市监案〔2025〕18号"


@pytest.mark.parametrize("other", ["青市监案〔2025〕19号", "青市监罚〔2025〕18号", "青市监案〔2024〕18号"])
def test_another_number_is_another_case(other: str) -> None:
    assert compared_number(other) != compared_number("青市监案〔2025〕18号")


def test_the_organ_is_part_of_the_key() -> None:
    assert key_of("qp-samr", "一号") != key_of("qp-agri", "一号")
