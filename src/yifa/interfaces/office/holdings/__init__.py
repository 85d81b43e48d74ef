"""管: who held which post, role, opened file and delegation on a day."""
