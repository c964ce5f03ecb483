"""Deleting one record, with what belongs to it."""

from datetime import datetime

from lib.records.application import Application
from lib.records.offer import Offer
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store
from lib.workflows.drafts.record_editing import find_record, title_of
from lib.workflows.errors import Gone, Incomplete


def remove_record(store: Store, table: str, record_id: str, now: datetime) -> Receipt:
    """Take one favour, activity, offer, or application without interviews out of the workbook.

    An application takes its activity, favours, tasks, offers, scores and decisions along, an offer its own scores.
    ``store.undo`` brings it back. Raises ``Gone`` if it is not there any more, ``Incomplete`` if debriefs belong to it,
    and what the store raises.
    """
    loaded = store.load_whole()
    record = find_record(loaded.workbook, table, record_id)
    if record is None:
        raise Gone("This entry")
    remove = (record, *_belonging(loaded.workbook, record))
    return store.commit(loaded.transaction(title_of(loaded.workbook, table, record), (), remove), now)


def _belonging(workbook: Workbook, record: Record) -> tuple[Record, ...]:
    if isinstance(record, Offer):
        earlier = (row for row in workbook.offer_changes if row.offer_id == record.id)
        return (*(row for row in workbook.fit if row.application_id == record.id), *earlier)
    if not isinstance(record, Application):
        return ()
    if any(interview.application_id == record.id for interview in workbook.interviews):
        raise Incomplete("There are interviews for this application.", "Delete those first, in the Journal.")
    offers = tuple(offer for offer in workbook.offers if offer.application_id == record.id)
    tables = (workbook.activity, workbook.asks, workbook.tasks, workbook.fit, workbook.decisions)
    rows = tuple(row for table in tables for row in table if row.application_id == record.id)
    return (*rows, *offers, *(row for offer in offers for row in _belonging(workbook, offer)))
