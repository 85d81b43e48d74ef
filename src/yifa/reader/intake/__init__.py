"""Intake: the bytes of a file → `Extract`, its text as it stands, with page, cell and encoding, or a clear refusal.

A file is what its content says, whatever its name: text in any encoding of a Chinese office, web page, Word in its
binary, packed and XML forms, WPS, RTF, PDF with a text layer, OFD. Nothing read from a file is ever run, fetched or
obeyed; what cannot be read is refused with what was found and what to do, and what can be read only in part says so.
"""

from yifa.reader.intake.files import Found, find_files, survey
from yifa.reader.intake.refusals import Reason, Refused
from yifa.reader.intake.taking_in import take_in

__all__ = ["Found", "Reason", "Refused", "find_files", "survey", "take_in"]
