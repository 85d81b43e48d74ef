"""Deliveries: other systems are told what happened, at least once, whatever breaks in between.

The chain is what has to be told: each verb writes its entry in its own transaction, numbered without a gap. So nothing
is written twice: a *subscription* keeps its place in the chain of every organ it may read, and each new entry becomes a
*delivery*, which is sent until the other side takes it or until it has failed too often; then it lies among the dead
letters, to be looked at and sent again.

An event names rows and cases and holds no value of anybody. Its id is the digest of the entry: who takes one twice
knows it again.
"""
