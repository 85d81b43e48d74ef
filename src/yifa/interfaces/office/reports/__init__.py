"""年度报告: a report is drafted from a figure book, edited by paragraph, checked, answered for, rendered and issued."""
