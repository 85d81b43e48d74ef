"""案件: the list of cases, with filters, search and a panel beside."""
