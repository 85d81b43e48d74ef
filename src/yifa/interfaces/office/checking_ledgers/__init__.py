"""台账体检: ledgers are handed in and judged: first what they can decide, then what is doubtful, then what to mend."""
