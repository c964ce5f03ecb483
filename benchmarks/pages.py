"""Every page in a real browser, next to a bare Streamlit app: ``python -m benchmarks.pages``.

What the workbook's pages send to the browser is recorded once; the bare app sends exactly that, with nothing read and
nothing worked out. It is a lower floor than a page written by hand with the same widgets and charts, since it does not
even build them. Measured is the time from the click in the menu to the last change of the page, in one browser, the two
apps in turn; then the same for leaving a field of a debrief, and from the command to the first complete page, next to
an app that holds a title. Medians and their ratio.
"""

import argparse
import os
import pickle
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit import config
from streamlit.testing.v1 import AppTest

from benchmarks.workbooks import NOW, workbook_of, write
from tests.browser.chromium import Watch, executable, launch, settled, window
from tests.browser.entries import begun
from tests.browser.server import APP, ROOT, Server

SIZES = {60: 1.3, 5_000: 1.6}
START_AIM = 1.3
LAST_CHANGE = """() => {
    const now = () => { window.__changed = performance.now(); };
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(now).observe(document, all);
    const begin = () => { window.__began = performance.now(); };
    document.addEventListener("pointerdown", begin, true);
    document.addEventListener("focusout", begin, true);
}"""
TOOK = "() => window.__changed - window.__began"
Recording = dict[str, tuple[str, str, list[bytes]]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument(
        "--page", action="append", default=[], help="only these, by their address; then no start either"
    )
    given = parser.parse_args()
    with sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            raise SystemExit("No Chromium was found on this machine.")
        browser = launch(playwright, path)
        for size in given.sizes:
            print(f"\n{size:,} interviews; the aim is at most {SIZES.get(size, 1.6)} times\n", flush=True)
            print("| page | bare | Afterword | ratio |\n|---|---|---|---|", flush=True)
            measure_pages(browser, size, given.rounds, given.page)
        if given.page:
            return
        print(f"\nFrom the command to the first page; the aim is at most {START_AIM} times\n")
        print("| | empty app | Afterword, 60 interviews | ratio |\n|---|---|---|---|")
        measure_start(browser, given.rounds)


def measure_pages(browser: Browser, size: int, rounds: int, only: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place, both(Path(place), size) as (app, bare, recording):
        draft = begun(app, "went")
        with watched(browser, app, "") as mine, watched(browser, bare, "") as floor:
            for address, (_, title, _) in recording.items():
                if address != "draft" and address in (only or recording):
                    print(row(title, rounds, lambda page, title=title: visited(page, title), floor, mine), flush=True)
            if only:
                return
            mine.goto(f"{app.url}/debrief?draft={draft.id}")
            floor.goto(f"{bare.url}/draft")
            print(row("*leaving a field of a debrief*", rounds, typed, floor, mine), flush=True)


def row(name: str, rounds: int, act: Callable[[Page], float], floor: Page, mine: Page) -> str:
    def acted(page: Page) -> float:
        page.bring_to_front()  # the browser hardly draws a page behind another one
        return act(page)

    pairs = [(acted(floor), acted(mine)) for _ in range(rounds + 1)][1:]
    bare, took = (statistics.median(times) for times in zip(*pairs, strict=True))
    return f"| {name} | {bare:.0f} ms | {took:.0f} ms | {took / bare:.2f} |"


def visited(page: Page, title: str) -> float:
    """Milliseconds from the click in the menu to the last change, coming from another page."""
    click(page, "Settings" if title != "Settings" else "Journal")
    click(page, title)
    return float(page.evaluate(TOOK))


def click(page: Page, title: str) -> None:
    settled(page).get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    settled(page)


def typed(page: Page) -> float:
    """Milliseconds from leaving a field to the last change."""
    field = settled(page).get_by_role("textbox", name="What went well?")
    field.fill(f"Calm, {perf_counter()}")
    field.press("Tab")
    settled(page)
    return float(page.evaluate(TOOK))


@contextmanager
def watched(browser: Browser, server: Server, path: str) -> Iterator[Page]:
    with window(browser, Watch()) as page:
        page.add_init_script(f"window.addEventListener('DOMContentLoaded', {LAST_CHANGE})")
        page.goto(f"{server.url}/{path}")
        yield settled(page)


@contextmanager
def both(place: Path, size: int) -> Iterator[tuple[Server, Server, Recording]]:
    """The workbook over so many interviews, and the bare app that shows what its pages show."""
    app = Server(place / "app", environment={"AFTERWORD_NOW": NOW.isoformat()})
    write(workbook_of(size), app.data)
    draft = begun(app, "went")
    recording = record(app, draft.id)
    app.data.joinpath(".afterword", "drafts", f"{draft.id}.json").unlink()
    kept = place / "recording"
    kept.write_bytes(pickle.dumps(recording))
    bare = bare_server(place, "bare.py", RECORDING=str(kept))
    try:
        yield app.start(), bare.start(), recording
    finally:
        app.kill()
        bare.kill()


def bare_server(place: Path, script: str, **environment: str) -> Server:
    """One of the apps of benchmarks/floor, under the workbook's own settings."""
    folder = place / script.removesuffix(".py")
    shutil.copytree(ROOT / ".streamlit", folder / "app" / ".streamlit")
    shutil.copy(ROOT / "benchmarks" / "floor" / script, folder / "app" / script)
    return Server(folder, folder / "app" / script, environment=environment)


def record(app: Server, draft_id: str) -> Recording:
    """What each page of the menu sends to the browser, by its address."""
    os.environ |= {name: value for name, value in app.environ().items() if name.startswith("AFTERWORD")}
    config.set_option("server.address", "127.0.0.1")
    found: Recording = {}
    for section, folder in (("", "main"), ("More", "more")):
        for file in sorted((ROOT / "pages" / folder).glob("*.py")):
            title = "Your data" if file.stem == "data" else file.stem.replace("_", "-").capitalize()
            address = "" if file.stem == "today" else file.stem
            found[address] = (section, title, sent(f"pages/{folder}/{file.name}"))
    found["draft"] = ("More", "Draft", sent("pages/main/debrief.py", draft=draft_id))
    return dict(sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def sent(page: str, **address: str) -> list[bytes]:
    run = AppTest.from_file(str(APP), default_timeout=120)
    if page != "pages/main/today.py":
        run.switch_page(page)
    for name, value in address.items():
        run.query_params[name] = value
    messages: list[bytes] = []
    with collected(messages):
        run.run()
    if run.exception:
        raise RuntimeError(run.exception[0].message)
    return messages


@contextmanager
def collected(messages: list[bytes]) -> Iterator[None]:
    """Gathers the elements that a run sends while it lasts."""
    from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

    enqueue = ScriptRunContext.enqueue

    def also(self: ScriptRunContext, message: object) -> None:
        if message.WhichOneof("type") == "delta":  # type: ignore[attr-defined]
            messages.append(message.SerializeToString())  # type: ignore[attr-defined]
        enqueue(self, message)  # type: ignore[arg-type]

    ScriptRunContext.enqueue = also  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        ScriptRunContext.enqueue = enqueue  # type: ignore[method-assign]


def measure_start(browser: Browser, rounds: int) -> None:
    """From the second start on: the first one compiles the code, once and for all."""
    with tempfile.TemporaryDirectory() as place:
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(place) / "compiled")}
        app = Server(Path(place) / "app", environment={"AFTERWORD_NOW": NOW.isoformat(), **compiled})
        write(workbook_of(60), app.data)
        empty = bare_server(Path(place), "empty.py", **compiled)
        pairs = [(started(browser, empty), started(browser, app)) for _ in range(rounds + 1)][1:]
        bare, took = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(f"| start | {bare:.2f} s | {took:.2f} s | {took / bare:.2f} |")


def started(browser: Browser, server: Server) -> float:
    """Seconds from the command to the first complete page."""
    began = perf_counter()
    try:
        server.start()
        with window(browser, Watch()) as page:
            page.goto(server.url)
            settled(page)
            return perf_counter() - began
    finally:
        server.kill()


if __name__ == "__main__":
    main()
