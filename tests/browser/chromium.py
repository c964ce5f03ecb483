"""A Chromium, a page in it that is watched, and how to wait until the app has come to rest."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Playwright, Request, WebSocket

Scheme = Literal["light", "dark"]

DESK, PHONE = 1280, 390
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # one process for all windows: each needn't start its own
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first that is found is taken. The headless shell is the same engine without the pages of a window: quicker."""
LOOPBACK = ("127.0.0.1", "localhost", "::1", None)
SETTLED_WITHIN = 60.0
TALLEST = 16_000
STILL = """async () => {
    const ends = (animation) => animation.effect?.getComputedTiming().endTime !== Infinity;
    await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
"""A fold grows for a while without a message or a change of the page: what is opened meanwhile closes as it scrolls."""
RUNS = Path(__file__).with_name("runs.js")


def executable(playwright: Playwright) -> str | None:
    """The Chromium of this machine: one on the path, or the one that Playwright has installed."""
    installed = next((found for name in NAMES if (found := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    return installed or (own if Path(own).exists() else None)


def launch(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))


@dataclass
class Watch:
    """What a page did that its picture does not show."""

    addresses: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """The words of the boxes in which Streamlit reports that a script broke."""

    def strangers(self) -> list[str]:
        """The addresses asked for that are not of this machine."""
        return [address for address in self.addresses if urlsplit(address).hostname not in LOOPBACK]

    def over(self, context: BrowserContext) -> Callable[[], None]:
        """Notes each request, WebSocket, uncaught error and dialog of all pages of the context, until the function
        returned is called."""

        def request(request: Request) -> None:
            self.addresses.append(request.url)

        def socket(socket: WebSocket) -> None:
            self.addresses.append(socket.url)

        def opened(page: Page) -> None:
            page.on("websocket", socket)
            page.on("pageerror", lambda error: self.errors.append(str(error)))

        def dialog(dialog: Dialog) -> None:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

        context.on("dialog", dialog)
        context.on("request", request)
        context.on("page", opened)

        def look_away() -> None:
            context.remove_listener("dialog", dialog)
            context.remove_listener("request", request)
            context.remove_listener("page", opened)

        return look_away


@dataclass
class Profile:
    """What the windows of a browser share, so that the app's scripts are fetched and compiled once: nothing else.

    A page that stays open and empty keeps the process of all pages of this machine alive between two windows.
    """

    context: BrowserContext
    watches: list[Watch] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.add_init_script(path=RUNS)
        self.context.expose_binding("__broke", lambda _source, words: self._broke(words))
        self._keeper = self.context.new_page()
        self._keeper.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
        self._keeper.goto("http://127.0.0.1/")

    def _broke(self, words: str) -> None:
        for watch in self.watches:
            watch.broken.append(words)

    @contextmanager
    def watched(self, watch: Watch) -> Iterator[None]:
        """Watches the pages opened meanwhile; once nobody watches, all are closed and nothing is remembered."""
        look_away = watch.over(self.context)
        self.watches.append(watch)
        try:
            yield
        finally:
            self.watches.remove(watch)
            if not self.watches:
                self._forget()
            look_away()

    def _forget(self) -> None:
        for page in self.context.pages:
            if page == self._keeper:
                continue
            if page.url.startswith("http"):
                page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            page.close()
        self.context.clear_cookies()


_profiles: WeakKeyDictionary[Browser, Profile] = WeakKeyDictionary()


@contextmanager
def window(
    browser: Browser, watch: Watch, width: int = DESK, height: int = 800, scheme: Scheme = "light"
) -> Iterator[Page]:
    """A page that remembers nothing of those before it."""
    if browser not in _profiles:
        _profiles[browser] = Profile(browser.new_context(viewport={"width": DESK, "height": 800}, locale="en-GB"))
    profile = _profiles[browser]
    with profile.watched(watch):
        page = profile.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        yield page


def turned_to(page: Page, address: str) -> Page:
    """Goes to another place of the app that is open, without a new load: a third of the work."""
    page.evaluate("(address) => window.__turnTo(address)", address)
    return settled(page)


def settled(page: Page) -> Page:
    """Returns once the app's script has run to its end, for the last thing asked of it, and all is drawn.

    Text asks for its run on leaving the field, so leave it first.
    """
    page.wait_for_function("() => window.__settled && window.__settled()", timeout=SETTLED_WITHIN * 1000)
    return page


def unmoved(page: Page) -> Page:
    """Returns once nothing on the page moves any more: no fold that opens or closes, and no scroll.

    Of a scroll just asked for, the page hears in a frame's time.
    """
    page.evaluate(STILL)
    return settled(page)


def whole_height(page: Page) -> int:
    """How tall the page's content is, in pixels: Streamlit scrolls it in an inner frame."""
    parts = '[data-testid="stMain"], [data-testid="stSidebarContent"], html'
    tallest: int = page.evaluate(
        "(parts) => Math.max(...[...document.querySelectorAll(parts)].map((part) => part.scrollHeight))", parts
    )
    return min(tallest, TALLEST)


def picture(page: Page, path: Path) -> Path:
    """Saves the whole page as a picture, from top to bottom, and puts the window back."""
    size = page.viewport_size or {"width": DESK, "height": 800}
    settled(page)
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], whole_height(page))})
    settled(page)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, animations="disabled")
    page.set_viewport_size(size)
    return path
