"""The server's memory over 1,000 page visits: ``python -m benchmarks.memory``.

One tab walks through every page of the menu again and again, over a workbook of 600 interviews. Printed is the resident
memory after each hundred visits. It is flat where the last half grows by less than a twentieth.
"""

import argparse
import itertools
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.workbooks import NOW, workbook_of, write
from tests.browser.chromium import Watch, executable, launch, settled, window
from tests.browser.server import Server

INTERVIEWS = 600
FLAT = 1.05


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--visits", type=int, default=1_000)
    visits = parser.parse_args().visits
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            raise SystemExit("No Chromium was found on this machine.")
        server = Server(Path(folder), environment={"AFTERWORD_NOW": NOW.isoformat()})
        write(workbook_of(INTERVIEWS), server.data)
        browser = launch(playwright, path)
        try:
            server.start()
            with window(browser, Watch()) as page:
                page.goto(server.url)
                menu = settled(page).get_by_test_id("stSidebarNav").get_by_role("link")
                links = itertools.cycle(range(menu.count()))
                print("| visits | resident memory |\n|---|---|")
                grown = []
                for visit in range(1, visits + 1):
                    menu.nth(next(links)).click()
                    settled(page)
                    if visit % (visits // 10) == 0:
                        grown.append(resident(server))
                        print(f"| {visit:,} | {grown[-1] / 1e6:.0f} MB |", flush=True)
        finally:
            server.kill()
    growth = grown[-1] / grown[len(grown) // 2 - 1]
    print(f"\nThe last half grew to {growth:.3f} times: {'flat' if growth < FLAT else 'not flat'}.")


def resident(server: Server) -> int:
    """Bytes of memory that the server's process holds."""
    assert server.process is not None
    status = Path(f"/proc/{server.process.pid}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    main()
