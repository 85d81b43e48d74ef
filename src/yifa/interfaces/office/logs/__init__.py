"""操作日志与登录日志: what was done, who signed in, who read a sensitive file; for the auditor, who changes nothing."""
