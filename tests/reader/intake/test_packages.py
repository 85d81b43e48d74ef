"""Zip containers: bombs are refused by their sizes, whatever the sizes announced."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.reader.intake.made_docx import packed
from yifa.reader.intake import packages
from yifa.reader.intake.packages import Package
from yifa.reader.intake.refusals import Reason, Unreadable


def test_names_are_found_whatever_their_case_and_strokes() -> None:
    package = Package(packed({"Word\\Document.xml": b"<x/>"}))

    assert package.read("word/document.xml") == b"<x/>"
    assert package.read("word/styles.xml") is None
    assert "word/DOCUMENT.xml" in package


def test_a_member_that_unpacks_far_beyond_its_size_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        Package(packed({"word/document.xml": b"0" * (16 << 20)}))

    assert refused.value.reason == Reason.UNPACKS_TOO_LARGE


def test_members_that_together_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_UNPACKED", 1000)

    with pytest.raises(Unreadable) as refused:
        Package(packed({f"{n}.xml": b"0123456789" * 20 for n in range(6)}))

    assert refused.value.reason == Reason.UNPACKS_TOO_LARGE


def test_a_member_that_lies_about_its_size_is_read_no_further_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_PART", 1000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", b"<x>" + b"0" * 5000 + b"</x>")
    lying = buffer.getvalue().replace((5007).to_bytes(4, "little"), (900).to_bytes(4, "little"))

    with pytest.raises(Unreadable) as refused:
        Package(lying).read("a.xml")

    assert refused.value.reason in {Reason.UNPACKS_TOO_LARGE, Reason.BROKEN}


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_MEMBERS", 3)

    with pytest.raises(Unreadable) as refused:
        Package(packed({f"{n}.xml": b"x" for n in range(4)}))

    assert refused.value.reason == Reason.UNPACKS_TOO_LARGE


def test_a_member_locked_with_a_password_is_refused_as_such() -> None:
    data = bytearray(packed({"a.xml": b"<x/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Unreadable) as refused:
        Package(bytes(data)).read("a.xml")

    assert refused.value.reason == Reason.ENCRYPTED
