"""当事人: whom the organ deals with, what holds of them, and who looked at them."""
