"""What follows from a record, compared with the law. Pure: nothing prints, asks for today, or knows a web."""
