"""How Yifa speaks: message catalogues, dates and numerals in Simplified Chinese and in English.

Message ids are English; the Chinese stands in `locale/zh_Hans`. A term of the field carries its id from
`docs/glossary.yaml` as context, so that one English word may be two Chinese ones. Every floor may import this one.
"""

from yifa.wording.language import CHINESE, ENGLISH, Language, language

__all__ = ["CHINESE", "ENGLISH", "Language", "language"]
