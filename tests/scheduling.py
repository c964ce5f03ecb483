"""Which tests share a worker.

xdist has marks for it, but pytest 9.2 ignores them without a word (pytest-xdist #1386).
"""

from xdist.scheduler import LoadScopeScheduling

WHOLE = (
    "tests/test_copy.py",
    "tests/test_voice.py",
    "tests/access/test_server.py",
    "tests/browser/test_harness.py",
    "tests/browser/test_installing.py",
    "tests/browser/test_places.py",
    "tests/extras/test_models.py",
)
"""The modules that make something costly for all of their tests: a listing, a server, a model."""


class Sharing(LoadScopeScheduling):
    """Hands out one test at a time, but some modules as a whole, and these first."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return module if module in WHOLE else nodeid
