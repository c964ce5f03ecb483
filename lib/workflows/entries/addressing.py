"""How letters address a person: the answer kept with them."""

from datetime import datetime

from pydantic import ValidationError

from lib.followup.names import name_in_salutation, salutation_after_rename, tidy_salutation
from lib.records.person import Person
from lib.store import Receipt, Store
from lib.workflows.errors import Gone, Incomplete, unkeepable


def address_as(store: Store, person_id: str, salutation: str, now: datetime) -> Receipt:
    """Keep how letters to a person begin: 'Dear Dr. Orbán', or a name to follow 'Dear' or 'Hi'.

    Raises ``Gone`` if the person was deleted, ``Incomplete`` if it names nobody, and what the store raises.
    ``store.undo`` takes it back.
    """
    loaded = store.load_whole()
    person = loaded.workbook.find(Person, person_id)
    if person is None:
        raise Gone("This person")
    if not name_in_salutation(salutation, person.name):
        raise Incomplete("That greeting has no name yet.", "Write one such as “Dear Dr. Orbán” or “Hi Viktor”.")
    try:
        addressed = person.changed(salutation=tidy_salutation(salutation))
    except ValidationError as error:
        raise unkeepable(error) from error
    label = f"The greeting for {person.name}"
    return store.commit(loaded.transaction(label, (addressed,)), now)


def with_checked_salutation(before: Person, after: Person) -> Person:
    """The person after a change; a greeting that holds a word of the old name alone goes, and is asked for again."""
    if before.name == after.name or before.salutation != after.salutation:
        return after
    return after.changed(salutation=salutation_after_rename(before.salutation, before.name, after.name))
