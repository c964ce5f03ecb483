"""Which tests share a worker.

xdist has marks for it, but pytest 9.2 ignores them without a word (pytest-xdist #1386).
"""

from xdist.scheduler import LoadScopeScheduling

BROWSER = "tests/browser/"
WHOLE = (
    f"{BROWSER}test_harness.py",
    f"{BROWSER}test_installing.py",
    f"{BROWSER}test_routes.py",
)
"""The modules of browser tests that make something costly for all of their tests."""


class Sharing(LoadScopeScheduling):
    """Hands out module by module, which costs the least, the one with most tests first, and browser tests one by one.

    These take long and come last, so that no worker waits long for the other one at the end.
    """

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return nodeid if module.startswith(BROWSER) and module not in WHOLE else module
