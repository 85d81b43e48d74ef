import pytest

from tests.oversight.reporting.drafts import ISSUE, checked, edited
from yifa.oversight.reporting.canonical import NotSealed
from yifa.oversight.reporting.issuing import changed, make_manifest, manifest_bytes, open_manifest

FILES = {"报送稿.docx": b"one", "公开稿.docx": b"two"}
KEPT = {"draft.md": b"three"}


@pytest.fixture
def manifest():
    text = edited().replace("移送有关", "【不公开：尚在办理】移送有关").replace("事项{{ 2件", "事项{{ 2件", 1)
    text = text.replace("2件 @审计局#2 }}，", "2件 @审计局#2 }}，【/不公开】")
    done = checked(text, issue=ISSUE)
    return make_manifest(
        done, year=2024, issue=ISSUE, book="5" * 64, files=FILES, kept=KEPT, releases=(), fonts={"黑体": "Noto"}
    )


def test_a_manifest_is_sealed_and_read_back(manifest):
    data = manifest_bytes(manifest)
    assert manifest_bytes(open_manifest(data)) == data
    assert open_manifest(data) == manifest
    assert [(one["mark"], one["reason"]) for one in manifest.withheld] == [("不公开", "尚在办理")]
    assert manifest.texts.keys() == {"submitted", "public"}
    with pytest.raises(NotSealed):
        open_manifest(data.replace(b"2025-01-20", b"2025-01-21"))


def test_what_was_changed_or_is_missing_is_found(manifest):
    assert changed(manifest, FILES, KEPT) == []
    assert changed(manifest, {"报送稿.docx": b"One"}, {}) == ["kept/draft.md", "公开稿.docx", "报送稿.docx"]
