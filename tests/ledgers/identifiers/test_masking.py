import pytest

from yifa.ledgers.identifiers import mask, mask_text


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("王小五", "name", "王**"),
        ("王五", "name", "王*"),
        ("阿依古丽·买买提", "name", "阿*******"),
        ("青屏县好邻超市", "name", "青屏县好邻超市"),
        ("望潮市云汀建设有限公司", "name", "望潮市云汀建设有限公司"),
        ("11010519491231002X", "person-id", "1101**********002X"),
        ("110105491231002", "person-id", "1101*******1002"),
        ("11010519491231002X", "credit-code", "1101**********002X"),
        ("11990100204189255K", "credit-code", "11990100204189255K"),
        ("13800001234", "phone", "138****1234"),
        ("青屏县安和街道三号院二单元", "address", "青屏县安和街*******"),
        ("123", "person-id", "1**"),
        ("", "name", ""),
    ],
)
def test_persons_are_hidden_and_enterprises_are_not(text: str, kind: str, shown: str) -> None:
    assert mask(text, kind) == shown


@pytest.mark.parametrize("kind", ["name", "person-id", "credit-code", "phone", "address", "text"])
def test_what_is_hidden_already_stays_as_it_is(kind: str) -> None:
    once = mask("11010519491231002X", kind)
    assert mask(once, kind) == once


def test_numbers_in_running_text_are_hidden() -> None:
    said = "当事人王某，身份证11010519491231002X，电话13800001234，账号6222020200112233445，案号2025018"
    assert (
        mask_text(said) == "当事人王某，身份证1101**********002X，电话138****1234，账号6222***********3445，案号2025018"
    )
