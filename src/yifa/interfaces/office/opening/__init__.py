"""Opening a case: organ, procedure, number, title, party; its first act follows on the form of the act."""
