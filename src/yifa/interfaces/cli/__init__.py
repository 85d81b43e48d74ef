"""The command line: `yifa COMMAND …`.

The language is decided from the arguments before any help text is built, so that help, errors and the framework's own
words come in one language. What a command prints goes to standard output, what went wrong to standard error with what
was found, where, what was expected and what to do; exit 1 means the world was wrong, 2 the words of the call.
"""

from yifa.interfaces.cli.tree import build, run

__all__ = ["build", "run"]
