"""Despatch: what leaves the office, or goes round in it: numbers (文号) and approval sheets (呈批)."""
