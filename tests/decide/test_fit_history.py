"""How the view of one job changed over the days of scoring."""

from datetime import timedelta

from lib.dates import DAY_FIRST
from lib.decide.fit_history import fit_history
from lib.records.criterion import KNOWN_CRITERIA
from tests.decide.jobs import TODAY, criteria, fit, workbook

ASIDE = tuple(one.changed(retired=True) for one in KNOWN_CRITERIA)
EARLIER = TODAY - timedelta(days=20)


def history(*rows: object, swings: tuple[int, ...] = (50, 50)):  # type: ignore[no-untyped-def]
    return fit_history(workbook(criteria=(*ASIDE, *criteria(*swings)), fit=rows), "ap-1", TODAY, dates=DAY_FIRST)


def test_each_day_has_the_total_of_what_was_known_then() -> None:
    found = history(fit(1, 40, on=EARLIER), fit(3, 80), fit(2, 40, on=EARLIER), swings=(40, 40, 20))

    assert [(round(one.total), one.known) for one in found.estimates] == [(40, 2), (48, 3)]
    assert found.sentence == "Scored on 2 days, the fit went from 40 to 48/100. 2 criteria known then, 3 now."


def test_days_on_which_too_little_was_scored_have_no_number_and_are_counted() -> None:
    found = history(fit(1, 40, on=EARLIER), fit(2, 80))

    assert [(one.total, one.known) for one in found.estimates] == [(60, 2)]
    assert found.sentence.endswith("Left out: 1 day with too little scored for a number.")
    assert history(fit(1, 40)).sentence == "Too early: it was scored on 1 day, each time too little for a number."


def test_what_was_scored_again_is_shown_with_what_it_was() -> None:
    found = history(fit(1, 40, on=EARLIER), fit(2, 80, on=EARLIER), fit(1, 70), fit(2, None), swings=(80, 20))

    assert found.estimates[-1].changes == ("C1: 40 before, now 70", "C2: no longer known")


def test_a_job_never_scored_and_one_scored_once_have_a_sentence() -> None:
    assert (history().n, history().sentence) == (0, "Not scored yet.")
    assert history(fit(1, 40), fit(2, 40)).sentence.startswith("Scored on one day so far.")


def test_rows_of_other_jobs_and_of_days_ahead_do_not_count() -> None:
    assert history(fit(1, 40, job="ap-2"), fit(1, 40, on=TODAY + timedelta(days=1))).n == 0


def test_the_same_total_is_shown_to_have_stayed() -> None:
    stayed = history(fit(1, 40, on=EARLIER), fit(1, 40), swings=(100,))
    assert stayed.sentence == "Scored on 2 days, the fit stayed at 40/100."
