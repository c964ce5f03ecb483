"""What derives the tasks of each kind; what a kind is, and the practices it carries out, is in ``kinds.py``."""

from collections.abc import Callable, Iterable

from lib.followup.answers import answers_to_noes, noes_to_tell
from lib.followup.chases import next_messages
from lib.followup.derived_task import DerivedTask
from lib.followup.offers import acceptances, answers_due, negotiations, offers_to_have_written, refusals
from lib.followup.promises import promises
from lib.followup.references import briefings, reference_requests, results_to_tell, thanks_to_helpers
from lib.followup.reflections import debriefs, looks_back, second_thoughts
from lib.followup.search import contact_ideas, rival_ideas
from lib.followup.snapshot import Snapshot
from lib.followup.take_homes import take_homes
from lib.followup.thanks import invitations, thank_yous, unsaid_points

_RULES: tuple[Callable[[Snapshot], Iterable[DerivedTask]], ...] = (
    promises,
    take_homes,
    acceptances,
    answers_due,
    refusals,
    negotiations,
    offers_to_have_written,
    thank_yous,
    debriefs,
    briefings,
    reference_requests,
    noes_to_tell,
    next_messages,
    unsaid_points,
    answers_to_noes,
    thanks_to_helpers,
    results_to_tell,
    invitations,
    second_thoughts,
    looks_back,
    contact_ideas,
    rival_ideas,
)


def derive_all(snapshot: Snapshot) -> Iterable[DerivedTask]:
    """The tasks of every rule, before what the person did with them is looked at."""
    for rule in _RULES:
        yield from rule(snapshot)
