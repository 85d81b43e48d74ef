"""What others said: a published report read into figures, and the figures checked against one another.

A row of small stages, each usable alone; every result keeps its place in the text:

    intake    bytes of a file      → `Extract`   the text as it stands, with page, cell and encoding
    text      `Extract`            → `Prepared`  a view fit for matching, headings, sentences, document facts, damage
    figures   `Prepared`           → `Number`s   every number with value, unit, kind, qualifiers
    subjects  `Prepared`, numbers  → `Figure`s   what is counted, by whom, when; the measure of the corpus
    checks    `Document`s          → `Check`s    sums, rates, growth, calendar, chapters, one text or several

Pure: no Django, no database, no "today"; the words of reports are data, never instructions. Nothing is corrected in
silence: what looks damaged is listed as damage and left as it stands.
"""
