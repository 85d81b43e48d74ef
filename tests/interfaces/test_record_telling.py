"""What verifying the record found, in sentences of both languages."""

from __future__ import annotations

import pytest

from yifa.interfaces.record_telling import tell_file_fault
from yifa.record.evidence.queries import FileFault, FileFaultKind
from yifa.wording import language

SAID = {
    FileFaultKind.MISSING: (
        "File abababababab… of evidence 3、7: is gone.",
        "证据3、7的文件abababababab…不见了。",
    ),
    FileFaultKind.CHANGED: (
        "File abababababab… of evidence 3、7: is not what was taken in.",
        "证据3、7的文件abababababab…与收存时不一致。",
    ),
    FileFaultKind.LEFT_OVER: (
        "File abababababab…: nobody tells of it; something broke off before it was recorded.",
        "文件abababababab…没有记录提到它，是收存中断留下的。",
    ),
}


@pytest.mark.parametrize("kind", list(FileFaultKind))
def test_what_is_wrong_with_a_file_is_said_in_both_languages(kind: FileFaultKind) -> None:
    fault = FileFault(kind, "ab" * 32, (3, 7))
    assert tuple(tell_file_fault(fault, language(tag)) for tag in ("en", "zh")) == SAID[kind]
