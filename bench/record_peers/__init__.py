"""Tables that the record is measured beside: an act as a plain row, and as two libraries keep the history of one."""
