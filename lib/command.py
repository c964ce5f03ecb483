"""The command `afterword`, which an installed copy brings: it starts the app and opens the browser."""

import argparse
import os
import socket
import sys
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The folder that holds app.py, in a copy of the repository and in an installed package alike."""

USUAL_PORT = 8501
_TRIED = 50


def main(arguments: Sequence[str] | None = None) -> None:
    """Start the app and return when it has ended. Ends the program with status 2 if it can't be started."""
    parser = _parser()
    options = parser.parse_args(arguments)
    port = free_port(options.port)
    if port is None:
        parser.error(
            f"the ports {options.port} to {options.port + _TRIED} are all in use. Choose another one with --port."
        )
    if options.data and os.path.lexists(options.data) and not Path(options.data).is_dir():
        parser.error(f"{options.data} is a file. Give --data a folder; nothing was changed.")
    folder = _settle_folder(options.data)
    if port != options.port and options.port:
        print(f"Port {options.port} is in use, so Afterword takes {port}.")
    print(f"Your data is in {folder}", flush=True)
    flags = ["--server.port", str(port), *(["--server.headless", "true"] if options.no_browser else [])]
    _run(["run", str(ROOT / "app.py"), *flags])


def _run(arguments: Sequence[str]) -> None:
    """Run Streamlit until Ctrl+C. By its own ``main`` that would end with the word 'Aborted!'."""
    from click import Abort
    from streamlit.web.cli import main as streamlit

    with suppress(Abort):
        streamlit([*arguments], prog_name="streamlit", standalone_mode=False)
    print("Stopped. What you saved is safe, and drafts are kept.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "afterword", description="The workbook to open right after a job interview. It opens in your browser."
    )
    parser.add_argument("--data", metavar="FOLDER", help="where your data is; a folder that isn't there is made")
    parser.add_argument(
        "--port",
        type=_port,
        default=USUAL_PORT,
        help=f"where the browser finds it: {USUAL_PORT} unless you say otherwise, the next free one if it's in use, "
        "any free one for 0",
    )
    parser.add_argument("--no-browser", action="store_true", help="don't open the browser")
    parser.add_argument("--version", action="version", version=f"Afterword {version()}")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} isn't a port. Use a number from 1024 to 65535, or 0 for any.")
    return int(text)


def version() -> str:
    """The version of this copy."""
    if is_installed():
        return metadata.version("afterword")
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def is_installed() -> bool:
    """Whether this copy was installed as a package, rather than started in its own folder."""
    return (__package__ or "").startswith("afterword.")


def free_port(wanted: int) -> int | None:
    """The first free port from the wanted one on; any free one for 0; None if there's none among the next fifty."""
    return next((port for each in range(wanted, wanted + _TRIED) if (port := _free(each)) is not None), None)


def _free(port: int) -> int | None:
    with socket.socket() as probe:
        if os.name == "posix":  # a port that was in use a moment ago is free again
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return None
        found: int = probe.getsockname()[1]
        return found


def _settle_folder(data: str | None) -> Path:
    """Have the app find its data where it was asked to, and where that is. What was chosen in Settings comes before
    what an installed copy uses by itself."""
    sys.path.insert(0, str(ROOT))
    from lib.store import locations, own_folder

    if data:
        os.environ[locations.NAMED] = os.path.abspath(Path(data).expanduser())
    if is_installed():
        os.environ[locations.USUAL] = str(locations.usual_folder(Path.cwd()))
    return own_folder()


if __name__ == "__main__":
    main()
