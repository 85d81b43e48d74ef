"""公告: what the system administrator tells everybody, over every page, from a day to a day."""
