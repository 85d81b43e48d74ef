"""呈批: approval sheets, one by one."""
