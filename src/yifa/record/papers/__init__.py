"""Papers of a case (文书): drafted, issued with number, approval and seal, put right, and served on whom they are for.

A draft is nobody's business but the office's. Once issued a paper stands: a slip is put right by a later edition, and
both stay (更正). Its service is an episode that ends in the act the clock reads.
"""
