"""What goes along with the answer: how often it was so where it led on, and how often in the rejections."""

import plotly.graph_objects as go

from lib.charts.chart import Chart
from lib.charts.dumbbells import Dumbbell, Scale, dumbbells
from lib.charts.theme import nothing, plain
from lib.insight.separators.separators import Finding, Separators
from lib.palette import Palette

_LONGEST = 24


def chart(result: Separators, palette: Palette) -> Chart:
    """The chart of the finding, where there is one, and of what to look at next."""
    shown = len(_shown(result))
    return Chart(result.title, shown, figure(result, palette), result.sentence, alt(result), result.table)


def figure(result: Separators, palette: Palette) -> go.Figure:
    """One row a thing, from 0% to 100%: a filled dot for those that led on, an open one for the rejections."""
    shown = _shown(result)
    if not shown:
        return nothing(palette)
    rows = [_row(result, finding) for finding in shown]
    names = ("of the rejections", "of those that led on")
    return dumbbells(rows, names, Scale(0, 100, (0, 25, 50, 75, 100), "%"), palette)


def alt(result: Separators) -> str:
    """What the dots show, in sentences."""
    shown = _shown(result)
    if not shown:
        return "An empty chart: no thing stands out."
    rows = " ".join(
        f"{name(finding)}, {_tier(result, finding)}: {finding.yes_with} of {finding.yes} that led on, "
        f"{finding.no_with} of {finding.no} rejections."
        for finding in shown
    )
    return f"Dots from 0% to 100% by what was so, where it led on and in the rejections. {rows}"


def name(finding: Finding) -> str:
    """'Evidence 4 or more', or the thing as it is called."""
    return f"{finding.label} {finding.cut} or more" if finding.cut else finding.label


def _shown(result: Separators) -> tuple[Finding, ...]:
    first = (result.look.finding,) if result.look.finding else ()
    return (*first, *result.look_next)


def _tier(result: Separators, finding: Finding) -> str:
    return "established" if finding is result.look.finding else "unproven"


def _row(result: Separators, finding: Finding) -> Dumbbell:
    title, tier = plain(name(finding), _LONGEST), _tier(result, finding)
    yes = f"{finding.yes_with} of {finding.yes} that led on"
    no = f"{finding.no_with} of {finding.no} rejections"
    return Dumbbell(
        name=title,
        aside=tier,
        open_at=_share(finding.no_with, finding.no),
        filled_at=_share(finding.yes_with, finding.yes),
        open_hover=f"{title}: {no}",
        filled_hover=f"{title}: {yes}",
        below=f"{yes}, {no}",
    )


def _share(count: int, of: int) -> float | None:
    return 100 * count / of if of else None
