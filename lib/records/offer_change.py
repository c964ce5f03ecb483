"""An earlier figure of an offer."""

from typing import ClassVar

from lib.records.record import Day, Name, Record


class OfferChange(Record):
    """What one column of an offer held until a day: a raise keeps the figure that it raised.

    ``value`` is the cell as it was in ``offers.csv``, ``on`` the day of the change.
    """

    file: ClassVar[str] = "offer_changes.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("offer_id", "on", "field")
    refers: ClassVar[dict[str, str]] = {"offer_id": "offers.csv"}

    offer_id: Name
    on: Day
    field: Name
    value: Name
