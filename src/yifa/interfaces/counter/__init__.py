"""The counter (`yifa open`): a page on this machine, for one person, where files are dropped and results picked up.

`guard` says which requests are answered, `intake` takes files in, `jobs` does the work one after the other, `serving`
speaks HTTP with what Python brings along. Nothing leaves the machine; what was taken in goes when the counter closes.
"""
