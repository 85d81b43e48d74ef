"""Evidence, scans and receipts of a case: files as they came, each known by its digest, and what is kept elsewhere.

A file is hashed as it is taken in, and lies under its digest; the chain tells the digest, so a file that is missing or
changed shows. Who reads a sensitive one is told in the chain. Video stays where it is: its device, its interval, its
place and its digest are kept (行政处罚法 46, 47).
"""
