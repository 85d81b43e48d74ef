"""岗位角色授权: who holds which role, and which files were opened to whom; given by the security administrator."""
