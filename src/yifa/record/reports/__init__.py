"""Reports that were issued (年度报告): that an organ issued one, with which number and day, and the seal of its files.

The files lie with the report itself; its manifest names every one of them by digest. Here stands the digest of that
manifest, in the chain of the organ, so that nobody changes both.
"""
