"""Who holds a lease: a name that tells others on the same machine whether the process behind it is still there."""

from __future__ import annotations

import os
import socket
import uuid

_LIFE = uuid.uuid4().hex[:8]
"""Of this process: another process that once had the same number had another one."""


def new_holder() -> str:
    """A name for one piece of work of this process, at most 64 characters: machine, process, its life, the work."""
    return "/".join((_machine(), str(os.getpid()), _LIFE, uuid.uuid4().hex[:8]))


def is_dead(holder: str) -> bool:
    """Whether the process is known to have ended. Of other machines nothing is known: then the lease ends by itself."""
    match holder.split("/"):
        case [machine, number, life, _work] if machine == _machine() and number.isdecimal():
            if int(number) == os.getpid():
                return life != _LIFE
            return not _is_running(int(number))
    return False


def _is_running(number: int) -> bool:
    if os.name != "posix":  # signal 0 would end the process there
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _machine() -> str:
    return socket.gethostname().replace("/", "")[:24]
