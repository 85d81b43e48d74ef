import pytest

from yifa.ledgers.registers.organ_names import OrganNames, name_within
from yifa.ledgers.taken import Office, Organs

NAMES = OrganNames(
    Organs(
        {
            "qp": Office("qp", "青屏县人民政府", ("县政府",)),
            "qp-samr": Office("qp-samr", "青屏县市场监督管理局", ("市监局",), "11990100204189255K"),
            "yt-samr": Office("yt-samr", "云汀市市场监督管理局", ("市监局",)),
        }
    )
)


@pytest.mark.parametrize(
    "text", ["青屏县市场监督管理局", " 青屏县 市场监督管理局", "qp-samr", "QP-SAMR", "11990100204189255k"]
)
def test_an_organ_is_called_by_any_of_its_names(text: str) -> None:
    assert NAMES.called(text) == ("qp-samr",)


def test_a_name_that_several_have_calls_all_of_them() -> None:
    assert NAMES.called("市监局") == ("qp-samr", "yt-samr")
    assert NAMES.called("林业局") == ()


@pytest.mark.parametrize(
    ("texts", "organ"),
    [
        (["2025年台账", "青屏县市场监督管理局处罚台账.xlsx"], "qp-samr"),
        (["云汀市市场监督管理局（青屏县人民政府转）"], "yt-samr"),
        (["市监局台账"], None),
        ([], None),
    ],
)
def test_an_organ_is_found_in_titles_and_names(texts: list[str], organ: str | None) -> None:
    assert NAMES.named_in(texts) == organ


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青屏县市场监督管理局2025年行政处罚台账", "青屏县市场监督管理局"),
        ("2025年7月青屏县公安局案件", "青屏县公安局"),
        ("安和街道办事处台账", "安和街道办事处"),
        ("行政处罚（普通程序）台账", None),
        ("Sheet1", None),
    ],
)
def test_what_looks_like_the_name_of_an_organ_stands_for_one(text: str, name: str | None) -> None:
    assert name_within([text]) == name
