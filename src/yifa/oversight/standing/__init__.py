"""How cases stand: what is still to be done in each, until which day, and what is not as a rule asks.

Nothing here is evidence: it is worked out from the record by the duties, follows the chains as they grow, and may be
thrown away at any time. It is kept so that a desk of ten thousand cases can be asked what is due today.
"""
