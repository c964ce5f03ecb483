"""Everything on the offers page, worked out together so that its parts agree."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lib.dates import DateStyle
from lib.decide.comparison import Comparison, comparison
from lib.decide.flips import Flips, flips
from lib.decide.offer_table import offer_table
from lib.decide.options import offer_names, open_offers, options
from lib.decide.pay import PayOfAll, pay_of_all
from lib.decide.stability import Stability, seed_of, stability
from lib.decide.verdict import Verdict
from lib.decide.weights import weights
from lib.insight.result import ResultTable
from lib.records.criterion import active_criteria
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class OffersCompared:
    """The comparison, how sure its order is, what would change it, the money, and the table side by side."""

    compared: Comparison
    stable: Stability
    flips: Flips
    pays: PayOfAll
    table: ResultTable

    @property
    def verdict(self) -> Verdict:
        """The verdict on top."""
        return self.stable.verdict

    @property
    def is_ranked(self) -> bool:
        """Whether the verdict puts the options in an order, or calls it too close."""
        return bool(self.stable.ranges)


def offers_compared(workbook: Workbook, today: date, years: float, dates: DateStyle) -> OffersCompared:
    """All open offers and my current job, as of today; a signing bonus is spread over ``years``."""
    found, by = options(workbook, today, dates=dates), weights(active_criteria(workbook.criteria))
    compared = comparison(found, by)
    random = np.random.default_rng(seed_of([(one.id, [row.value for row in one.scores]) for one in found], by.mine))
    pays = pay_of_all(workbook, open_offers(workbook), offer_names(workbook), years)
    return OffersCompared(
        compared=compared,
        stable=stability(compared, random),
        flips=flips(compared),
        pays=pays,
        table=offer_table(workbook, compared, {one.offer.id: one for one in pays.pays}, today, dates=dates),
    )
