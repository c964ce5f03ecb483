"""Room for many open connections, so that a thousand of them don't keep a file from being saved."""

import sys

_ENOUGH = 10_240
"""What macOS gives a process at most."""


def allow_more() -> None:
    """Take as many open files and connections as the system lets this process have, if it starts with fewer."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _ENOUGH if hard == resource.RLIM_INFINITY else min(_ENOUGH, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
