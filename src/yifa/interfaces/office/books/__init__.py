"""数据册: the figures of a year, counted from the record and from ledgers, asked for and collected, set together."""
