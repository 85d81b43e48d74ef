"""Identifiers: credit codes, organisation codes and numbers of persons checked; persons hidden."""

from yifa.ledgers.identifiers.checking import Wrong, check_code, check_credit_code, check_person
from yifa.ledgers.identifiers.masking import Personal, mask, mask_text

__all__ = ["Personal", "Wrong", "check_code", "check_credit_code", "check_person", "mask", "mask_text"]
