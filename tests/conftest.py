"""What every test may ask for, and how the suite runs as a whole."""

import gc
import locale
import os
import re
from collections.abc import Generator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from importlib.util import find_spec
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any

import pytest

from tests.chance import CHANCE
from tests.copy_listing.long_sentences import MOST_WORDS, long_sentences

pytest.register_assert_rewrite("tests.soak")

if TYPE_CHECKING:
    from lib.store import Store

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=timezone(timedelta(hours=1)))
"""Friday evening: the time that it is in tests."""

DEV_PACKAGES = ("hypothesis", "playwright", "markdown_it", "colorspacious", "scipy", "sklearn", "psutil")
MISSING = tuple(package for package in DEV_PACKAGES if find_spec(package) is None)
IN_CI = os.environ.get("CI", "").casefold() in ("1", "true", "yes")

MOST_SECOND_TRIES = 5
"""Of a worker. When more tests fail, it isn't by chance."""
LONGEST = 3600.0
"""Seconds that one test may take with --long."""

_left_out: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="many more examples, faults and kills; takes long")
    parser.addoption("--seed", type=int, help="what chance begins with, to run a test again as it failed")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """The whole suite runs on two workers, unless -n is given; a part of it runs in one process."""
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS and "PYTEST_XDIST_WORKER" not in os.environ
    if whole and config.pluginmanager.hasplugin("xdist") and config.option.numprocesses is None:
        config.option.numprocesses = 2
        config.option.dist = "loadscope"
    if config.pluginmanager.hasplugin("rerunfailures"):
        config.option.max_suite_reruns = MOST_SECOND_TRIES
        config.option.rerun_show_tracebacks = True
    if config.getoption("--long") and config.pluginmanager.hasplugin("timeout") and config.option.timeout is None:
        config.option.timeout = LONGEST


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """What costs a lot to make is made by one worker."""
    if config.option.dist != "loadscope":
        return None
    from tests.scheduling import Sharing

    return Sharing(config, log)


def pytest_configure(config: pytest.Config) -> None:
    os.environ |= {"LC_ALL": "C.UTF-8"}  # dates as where no country is known, whatever the computer's language
    with suppress(locale.Error):
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    if "hypothesis" in MISSING:
        return
    from hypothesis import settings

    settings.register_profile("quick", max_examples=50, deadline=None)
    settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True, database=None)
    settings.register_profile("long", max_examples=2000, deadline=None)
    settings.load_profile("long" if config.getoption("--long") else "ci" if IN_CI else "quick")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collects without the garbage collector, which would walk ten thousand tests again and again as they come in;
    nor need it look at them later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leaves out, and reports at the end, what cannot run where only requirements.txt is installed."""
    code = collection_path / "conftest.py" if collection_path.is_dir() else collection_path
    if not MISSING or code.suffix != ".py" or not code.exists():
        return None
    if not re.search(rf"^(from|import) ({'|'.join(MISSING)})\b", code.read_text("utf-8"), re.MULTILINE):
        return None
    _left_out.append(collection_path.name)
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "tests/browser/" in report.nodeid]
    if skipped:
        terminalreporter.section("NO BROWSER", red=True, bold=True)
        terminalreporter.line(
            f"{len(skipped)} browser tests did NOT run: no Chromium was found. Install it and run again."
        )
    ran = [report for report in terminalreporter.stats.get("passed", []) if "tests/test_voice.py" in report.nodeid]
    if ran and (long := list(long_sentences())):
        terminalreporter.section(f"{len(long)} sentences on first screens have over {MOST_WORDS} words")
        for page, sentence in long:
            terminalreporter.line(f"{page}: {sentence}")
    if _left_out:
        terminalreporter.section("NOT EVERYTHING RAN", red=True, bold=True)
        terminalreporter.line(f"Install requirements-dev.txt ({', '.join(MISSING)} missing): {', '.join(_left_out)}")


@pytest.fixture(scope="session")
def is_long(request: pytest.FixtureRequest) -> bool:
    """Whether --long asks for the thorough and slow variant."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def seed(request: pytest.FixtureRequest, is_long: bool) -> int:
    """What chance begins with: the number asked for; else always the same, and with --long another one."""
    asked = request.config.getoption("--seed")
    return int(asked) if asked is not None else SystemRandom().randrange(10**8) if is_long else 20261120


@pytest.fixture
def chance(request: pytest.FixtureRequest, seed: int) -> Random:
    """Chance, the same in each run of a test, but not the same in two tests: a server remembers by id what it saved."""
    CHANCE.seed(f"{seed} {request.node.nodeid}")
    return CHANCE


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test prints what chance began with."""
    report = yield
    given = getattr(item, "funcargs", {})
    if report.failed and "seed" in given:
        report.sections.append(("chance", f"To draw the same again: --seed {given['seed']}"))
    return report


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def store(tmp_path: Path) -> "Store":
    """An empty workbook, its locks and backups beside it."""
    from lib.store import Store

    folder = tmp_path / "data"
    folder.mkdir()
    return Store(folder, tmp_path / "home")
