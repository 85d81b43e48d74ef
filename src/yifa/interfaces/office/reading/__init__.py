"""报告核验: a report is handed in and read; its text is shown with every figure marked, and every check as a sum."""
