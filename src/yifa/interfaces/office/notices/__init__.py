"""提醒: what concerns somebody, in the office, by e-mail once a day, and in his calendar."""
