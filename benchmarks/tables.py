"""What the benchmarks print: tables as Markdown, and shares with their standard errors."""

from collections.abc import Iterable

import numpy as np


def share(hits: Iterable[bool]) -> str:
    """The share in percent, with its standard error."""
    found = np.array(list(hits), dtype=float)
    if not len(found):
        return "none"
    error = np.sqrt(found.mean() * (1 - found.mean()) / len(found))
    return f"{100 * found.mean():.1f} ± {100 * error:.1f}"


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Print the table, each row as soon as it is known."""
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
