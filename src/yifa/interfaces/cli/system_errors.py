"""Why the system would not write a file, in the language spoken."""

from __future__ import annotations

import errno

from yifa.wording import Language


def tell_os_error(error: OSError, speech: Language) -> str:
    """Why the system refused, in the language spoken."""
    say = speech.say
    match error.errno:
        case errno.ENOENT:
            return say("there is no such folder")
        case errno.EACCES | errno.EPERM:
            return say("this user may not write there")
        case errno.EROFS:
            return say("the disk can only be read")
        case errno.ENOSPC | errno.EDQUOT:
            return say("the disk is full")
        case errno.ENOTDIR:
            return say("part of the path is a file, not a folder")
        case errno.EISDIR:
            return say("it is a folder")
        case errno.EEXIST:
            return say("something of that name is there already")
        case errno.ENAMETOOLONG:
            return say("the name is too long")
        case _:
            return say("error {number} of the system", number=error.errno or 0)
