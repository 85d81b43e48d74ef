"""The chain: what makes any later change of the record show (全过程留痕、可回溯).

Every act that is recorded becomes an *entry*: canonical bytes, their digest, and the digest of the entry before it in
the chain of the same organ. A *seal* closes what was recorded since the seal before: one Merkle tree over all organs'
new entries, with the head of every organ's chain. Whoever keeps the seal of a day can tell afterwards that nothing up
to it was changed, added or taken away; whoever holds one entry with its *proof* can tell that it stood there.

No personal value stands in chained bytes: a salted *commitment* does, value and salt are kept elsewhere and can be
erased, and everything still verifies.

Nothing here knows a database. The claim is that any change is detected, not that none is possible.
"""

from yifa.record.chain.canonical import NotCanonical, canonical
from yifa.record.chain.commitments import Commitment, commit, opens
from yifa.record.chain.digests import ALGORITHMS, UnknownAlgorithm, digest
from yifa.record.chain.entries import Chain, Entry, entry_text
from yifa.record.chain.faults import Fault, FaultKind
from yifa.record.chain.merkle import Tree, rises_to
from yifa.record.chain.proofs import Proof, proof_of
from yifa.record.chain.seals import Head, Seal, seal_of
from yifa.record.chain.verifying import VerifiedChain, verify_chain, verify_seals

__all__ = [
    "ALGORITHMS",
    "Chain",
    "Commitment",
    "Entry",
    "Fault",
    "FaultKind",
    "Head",
    "NotCanonical",
    "Proof",
    "Seal",
    "Tree",
    "UnknownAlgorithm",
    "VerifiedChain",
    "canonical",
    "commit",
    "digest",
    "entry_text",
    "opens",
    "proof_of",
    "rises_to",
    "seal_of",
    "verify_chain",
    "verify_seals",
]
