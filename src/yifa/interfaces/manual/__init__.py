"""The manual: the corpus as pages a lawyer reads, one for each procedure, in both languages, without a server.

Every duty with its term, article, consequence, validity and worked cases; every rule with how it is carried; every
register with its columns and steps; and which of what governments run is kept where.
"""

from yifa.interfaces.manual.writing import write_manual

__all__ = ["write_manual"]
