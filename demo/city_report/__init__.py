"""The invented county's annual report: last year's, what its offices send back, and what is planted in that."""
