"""人员与证件: who acts for an organ, with which certificate, and who stands in for whom."""
