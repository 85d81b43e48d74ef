import pytest

from yifa.ledgers.identifiers import Wrong, check_code, check_credit_code, check_person

CODE, PERSON = "11990100204189255K", "11010519491231002X"


@pytest.mark.parametrize("code", [CODE, " 11990100204189255k "])
def test_a_credit_code_with_its_check_digits_is_right(code: str) -> None:
    assert check_credit_code(code) is None


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("11990100204189255L", Wrong("check-digit")),
        ("11990100204182955K", Wrong("check-digit", CODE)),
        ("1199O100204189255K", Wrong("letter", CODE)),
        ("1199010020418925SK", Wrong("signs")),
        ("119901002041892", Wrong("length")),
        ("1199010020418925５K", None),
    ],
)
def test_what_is_wrong_with_a_credit_code_is_told(code: str, wrong: Wrong | None) -> None:
    assert check_credit_code(code) == wrong


@pytest.mark.parametrize("number", [PERSON, "440524188001010014", "110105491231002", "11010519491231002x"])
def test_a_number_of_a_person_with_its_check_digit_is_right(number: str) -> None:
    assert check_person(number) is None


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("11010519491231020X", Wrong("check-digit", PERSON)),
        ("110105194912310022", Wrong("check-digit")),
        ("11010519491331002X", Wrong("birthday")),
        ("110105491331002", Wrong("birthday")),
        ("1101051949123100", Wrong("length")),
        ("11O10519491231002X", Wrong("letter", PERSON)),
    ],
)
def test_what_is_wrong_with_a_number_of_a_person_is_told(number: str, wrong: Wrong) -> None:
    assert check_person(number) == wrong


@pytest.mark.parametrize(
    "number", [CODE, PERSON, "20418925-5", "204189255", "110105491231002", "E12345678", "H1234567890"]
)
def test_a_number_of_any_kind_of_party_is_right(number: str) -> None:
    assert check_code(number) is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [("20418925-1", "check-digit"), ("1101051949123100211", "length"), ("11010519491231020X", "check-digit")],
)
def test_a_wrong_number_of_a_party_is_told(number: str, kind: str) -> None:
    found = check_code(number)
    assert found is not None
    assert found.kind == kind
