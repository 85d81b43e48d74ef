"""台账导入: ledgers that are sent in, looked at, taken into the record, and taken back where it was a mistake."""
