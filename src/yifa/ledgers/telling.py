"""Problems in words: what is wrong, what was expected, what to do. What became of the row is told beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from yifa.ledgers.problems import Place, Problem
from yifa.wording import Language

Sentence = Callable[[Language, Mapping[str, Any]], str]


def tell_problem(problem: Problem, speech: Language) -> str:
    """What is wrong and what was expected, as a sentence. Raises `KeyError` for a kind that has no words."""
    values = {**problem.values, "value": problem.value, "heading": problem.heading}
    return SENTENCES[problem.kind](speech, values)


def tell_place(place: Place, speech: Language) -> str:
    """Where something stands: file, sheet and cell."""
    return _join((place.file, place.sheet or "", place.cell), speech)


def _join(parts: Sequence[str], speech: Language) -> str:
    between = "·" if speech.tag == "zh" else " · "
    return between.join(part for part in parts if part)


def _listed(words: Sequence[Any], speech: Language) -> str:
    return ("、" if speech.tag == "zh" else ", ").join(map(str, words))


def _words(speech: Language, values: Mapping[str, Any]) -> str:
    words = _listed(values.get("words", ()), speech)
    return speech.say("{words} and so on", words=words) if values.get("more") else words


def _others(speech: Language, values: Mapping[str, Any]) -> str:
    return _listed(values.get("others", ()), speech)


def _rivals(speech: Language, values: Mapping[str, Any]) -> str:
    places = [tell_place(one, speech) for one in values.get("others", ())]
    return speech.list(places)


def _what(speech: Language, values: Mapping[str, Any]) -> str:
    named = values.get("what", {})
    return str(named.get(speech.tag, "")) if isinstance(named, Mapping) else ""


FILES: Mapping[str, Sentence] = {
    "file-missing": lambda s, v: s.say("There is no such file. Check the name and the folder."),
    "file-not-allowed": lambda s, v: s.say(
        "The file could not be opened. Check who may read it and whether another program holds it."
    ),
    "file-empty": lambda s, v: s.say("The file is empty. Fetch or save it again."),
    "file-locked": lambda s, v: s.say("The file is locked with a password. Save a copy without password."),
    "file-broken": lambda s, v: s.say(
        "The file is damaged or cut short ({part}). Open it in Excel or WPS and save it anew as .xlsx.",
        part=v.get("detail") or "?",
    ),
    "file-not-a-ledger": lambda s, v: s.say(
        "The content of this file is no table, whatever its name says. Read are .xlsx, .xls, .et, .ods and .csv."
    ),
    "file-too-large": lambda s, v: s.say("The file is larger than what is read. Split it, or save the sheets as .csv."),
    "file-no-table": lambda s, v: s.say("The name of this file does not end like a table; it was not looked at."),
}
SHEETS: Mapping[str, Sentence] = {
    "sheet-explains": lambda s, v: s.say("This sheet explains and holds no rows."),
    "sheet-empty": lambda s, v: s.say("Nothing stands in this sheet."),
    "sheet-hidden": lambda s, v: s.say("This sheet is hidden and was not read. Unhide it if it belongs to the ledger."),
    "sheet-errors": lambda s, v: s.say(
        "Some cells of this file show an error (#REF!, #N/A …); they are read as blank. Put the values in their place."
    ),
    "sheet-undecoded": lambda s, v: s.say(
        "Some bytes of this file are no characters. Save it anew as .xlsx, or as .csv in UTF-8."
    ),
    "sheet-ambiguous": lambda s, v: s.say(
        "The headings fit several tables ({tables}). Name the file or the sheet after the matter, add more columns, or "
        "say in the mapping file which it is.",
        tables=s.list(list(dict.fromkeys(str(one[s.tag]) for one in v.get("tables", ())))),
    ),
    "sheet-unknown": lambda s, v: s.say(
        "No ledger with these headings is known; {rows} rows were not read. Headings must name at least the case "
        "number and one thing more; a mapping file can say what they mean.",
        rows=v.get("rows", 0),
    ),
    "sheet-left-out": lambda s, v: s.say("The mapping file says that this sheet is not to be read."),
    "heading-unknown": lambda s, v: (
        s.say("Nobody knows this heading; the column was not read. Perhaps: {others}.", others=_others(s, v))
        if v.get("others")
        else s.say("Nobody knows this heading; the column was not read.")
    ),
    "heading-ambiguous": lambda s, v: s.say(
        "This heading may mean {others}; the column was not read. Write the heading in full.", others=_others(s, v)
    ),
    "heading-twice": lambda s, v: s.say(
        "«{heading}» and «{others}» seem to be the same column; neither was read. Keep one, or say in the mapping file "
        "which counts.",
        heading=v["heading"],
        others=_others(s, v),
    ),
    "heading-less-sure": lambda s, v: s.say("«{others}» fits better; this column was not read.", others=_others(s, v)),
    "column-unreadable": lambda s, v: s.say(
        "It was taken for «{column}», but most of its cells cannot be read so; the column was not read. Check the "
        "heading, or say in the mapping file what it is.",
        column=v.get("column", ""),
    ),
    "no-organ": lambda s, v: s.say(
        "{rows} rows name no organ, nor does the title, the sheet or the file. Add a column 办案机关, or put the name "
        "of the organ into the name of the file.",
        rows=v.get("rows", 0),
    ),
}
ROWS: Mapping[str, Sentence] = {
    "row-blank": lambda s, v: s.say("A blank line."),
    "row-headings-again": lambda s, v: s.say("The headings printed again."),
    "row-total": lambda s, v: s.say("A total, no case."),
    "row-example": lambda s, v: s.say("An example, no case."),
    "row-remark": lambda s, v: s.say("A remark, no case."),
    "row-column-numbers": lambda s, v: s.say("Numbers of the columns, no case."),
    "row-copy": lambda s, v: s.say("Says what row {row} says; taken once.", row=v.get("row", "")),
    "no-case-number": lambda s, v: s.say(
        "The case number is missing: fill it in, so that it is known which case it is."
    ),
    "case-unknown": lambda s, v: s.say(
        "No main sheet lists a case «{value}». Write the number as the main sheet has it, or add the case there.",
        value=v["value"],
    ),
    "case-of-several": lambda s, v: s.say(
        "Several organs have a case «{value}». Add a column with the organ.", value=v["value"]
    ),
    "rows-disagree": lambda s, v: s.say(
        "Row {rows} has the same case number and says something else in: {headings}. Keep the right one, or correct "
        "the number.",
        rows=_listed(v.get("rows", ()), s),
        headings=_listed(v.get("headings", ()), s),
    ),
    "ledgers-disagree": lambda s, v: s.say(
        "Two ledgers say different things of this case ({what}); the other stands at {others}. Make them agree.",
        what=_what(s, v),
        others=_rivals(s, v),
    ),
    "sheets-differ": lambda s, v: s.say(
        "This sheet and another say different things ({what}); what stands at {others} counts.",
        what=_what(s, v),
        others=_rivals(s, v),
    ),
    "case-held": lambda s, v: s.say(
        "This row is in order, but another row of the same case is to be corrected; they come in together."
    ),
    "no-act": lambda s, v: s.say(
        "It is not said which step this row is about: fill in «{heading}».", heading=v["heading"]
    ),
    "organ-unknown": lambda s, v: s.say(
        "The register of organs has no «{organ}» ({rows} rows); no rules of a sector or place are added for it. Add "
        "the name there, as another name where it is one.",
        organ=v.get("organ", ""),
        rows=v.get("rows", 0),
    ),
    "organ-shared": lambda s, v: s.say(
        "Several organs are called «{organ}» ({rows} rows). Write the full name.",
        organ=v.get("organ", ""),
        rows=v.get("rows", 0),
    ),
    "organ-not-listed": lambda s, v: s.say(
        "The register of organs has no «{value}». Write its id or name as it stands there.", value=v["value"]
    ),
    "scope-unknown": lambda s, v: s.say("No step is called «{value}».", value=v["value"]),
}
CELLS: Mapping[str, Sentence] = {
    "needed": lambda s, v: s.say("This cell must be filled in."),
    "not-a-day": lambda s, v: s.say("«{value}» is no day: expected a day such as 2025-03-05.", value=v["value"]),
    "no-such-day": lambda s, v: s.say(
        "There is no day «{value}»: expected a day such as 2025-03-05.", value=v["value"]
    ),
    "day-without-year": lambda s, v: s.say(
        "«{value}» has no year: expected a day such as 2025-03-05.", value=v["value"]
    ),
    "day-ambiguous": lambda s, v: s.say(
        "In «{value}» day, month and year cannot be told apart: expected a day such as 2025-03-05.", value=v["value"]
    ),
    "day-incomplete": lambda s, v: s.say(
        "«{value}» lacks the day: expected a day such as 2025-03-05, or 不详 where nobody knows it.", value=v["value"]
    ),
    "several-days": lambda s, v: s.say(
        "«{value}» holds several days: expected one; write the others in rows of the long sheet.", value=v["value"]
    ),
    "year-out-of-range": lambda s, v: s.say("The year of «{value}» cannot be right.", value=v["value"]),
    "time-without-day": lambda s, v: s.say("«{value}» is a time without its day.", value=v["value"]),
    "day-later": lambda s, v: s.say(
        "«{value}» lies after the day asked about and does not count yet.", value=v["value"]
    ),
    "not-a-time": lambda s, v: s.say("«{value}» is no time of day: expected one such as 10:30.", value=v["value"]),
    "not-money": lambda s, v: s.say(
        "«{value}» is no amount of money: expected a number, such as 5000 or 0.5万元.", value=v["value"]
    ),
    "negative": lambda s, v: s.say("«{value}»: an amount of money below zero cannot be right.", value=v["value"]),
    "not-a-number": lambda s, v: s.say("«{value}» is no whole number.", value=v["value"]),
    "not-yes-or-no": lambda s, v: s.say("«{value}»: expected 是 or 否.", value=v["value"]),
    "not-on-the-list": lambda s, v: s.say(
        "«{value}» is not among the words that may stand here: {words}.", value=v["value"], words=_words(s, v)
    ),
    "length-without-unit": lambda s, v: s.say(
        "«{value}» has no unit: expected a length such as 30日, 15个工作日 or 3个月.", value=v["value"]
    ),
    "not-a-length": lambda s, v: s.say(
        "«{value}» is no length of time: expected one such as 30日, 15个工作日 or 3个月.", value=v["value"]
    ),
    "names-not-all": lambda s, v: s.say("«{value}» does not name everybody: write all names.", value=v["value"]),
    "no-names": lambda s, v: s.say("«{value}» holds no name.", value=v["value"]),
    "not-an-element": lambda s, v: s.say(
        "«{value}» names something that is no element of this paper; use the names of the sheet «填写说明».",
        value=v["value"],
    ),
    "digits-lost": lambda s, v: s.say(
        "Excel took this number for an amount and lost its last digits. Format the column as text and enter it anew."
    ),
    "code-length": lambda s, v: s.say("The code has too few or too many places."),
    "code-letter": lambda s, v: (
        s.say("A letter stands in the code where a digit belongs; it may be {meant}.", meant=v["meant"])
        if v.get("meant")
        else s.say("A letter stands in the code where a digit belongs.")
    ),
    "code-signs": lambda s, v: s.say("The code holds signs that no code has."),
    "code-birthday": lambda s, v: s.say("The day of birth in the number is no day."),
    "code-check-digit": lambda s, v: (
        s.say("The check digit does not fit: two digits may have changed places; it may be {meant}.", meant=v["meant"])
        if v.get("meant")
        else s.say("The check digit does not fit: a digit is wrong, or two have changed places.")
    ),
}
SENTENCES: Mapping[str, Sentence] = {**FILES, **SHEETS, **ROWS, **CELLS}
"""Every kind of problem with its words."""
