"""Something done by a process of another user of this machine."""

import json
import os
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import pytest

ANOTHER = 54_321
"""A user id that needs no account; nobody has it."""

as_root = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0,
    reason="LEFT OUT: what another user of this machine gets. Only root can act as one: run it as root, too.",
)


def as_another_user(act: Callable[[], Any]) -> Any:
    """What ``act`` returns, as JSON brings it, done in a process of another user. It must import nothing."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the child takes one step and ends, whatever threads there are
        child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(ANOTHER)
            os.setuid(ANOTHER)
            os.write(writing, json.dumps(act()).encode())
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    assert said, "the other user's process failed, see its traceback"
    return json.loads(said)
