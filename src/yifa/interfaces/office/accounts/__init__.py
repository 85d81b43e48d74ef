"""用户: accounts of officers and tokens of systems, seen to by the system administrator; the others look on."""
