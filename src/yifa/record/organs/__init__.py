"""Organs: who acts, for whom, and who supervises it on a day; their officers, certificates, posts and reviewers.

Organs are a graph of dated relations and not a tree (行政处罚法 17–24, 行政许可法 22–26): a bureau may be led from
above, a township act under powers handed down to it item by item, an office act in the name of another.
"""
