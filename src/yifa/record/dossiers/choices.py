"""The words for dossiers. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class Retention(TextChoices):
    """How long it is kept (机关文件材料归档范围和文书档案保管期限规定)."""

    PERMANENT = "permanent"
    THIRTY_YEARS = "30-years"
    TEN_YEARS = "10-years"


class EntryKind(TextChoices):
    """What lies at a place."""

    DOCUMENT = "document"
    RECEIPT = "receipt"
    """送达回证: how a document was served"""
    SHEET = "sheet"
    """呈批表"""
    ITEM = "item"
    RECORDING = "recording"
    """kept elsewhere; a leaf says where"""
