"""The words for evidence. Titles are told by the interfaces."""

from __future__ import annotations

from django.db.models import TextChoices


class Sort(TextChoices):
    """What a file is to the case: the eight kinds of evidence (行政处罚法 46), or what an office keeps beside."""

    DOCUMENT = "document"
    """书证"""
    OBJECT = "object"
    """物证"""
    AUDIO_VISUAL = "audio-visual"
    """视听资料"""
    ELECTRONIC = "electronic"
    """电子数据"""
    WITNESS = "witness"
    """证人证言"""
    STATEMENT = "statement"
    """当事人的陈述"""
    EXPERT = "expert"
    """鉴定意见"""
    RECORD = "record"
    """勘验笔录、现场笔录"""
    SCAN = "scan"
    """a signed or sealed paper of the office, as a picture"""
    RECEIPT = "receipt"
    """送达回证"""
    PAPER = "paper"
    """a paper of the office as it was issued here"""


class Media(TextChoices):
    """What a file is by its content."""

    PDF = "pdf"
    OFD = "ofd"
    DOCX = "docx"
    DOC = "doc"
    XLSX = "xlsx"
    TEXT = "txt"
    JPEG = "jpg"
    PNG = "png"
    TIFF = "tif"
    WAV = "wav"
    MP3 = "mp3"
    M4A = "m4a"
