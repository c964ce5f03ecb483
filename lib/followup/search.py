"""How the search goes while a favourite is undecided, and one concrete idea (K1 to K3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from lib.english import listed, plural, sentence_case, spelled
from lib.followup.defaults import SIGNED_LATELY_DAYS, SILENT_AFTER_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.examples import story_for_letter
from lib.followup.snapshot import Snapshot
from lib.records.activity import Activity
from lib.records.application import Application, match_key
from lib.records.person import Person
from lib.records.vocabulary import ActivityKind
from lib.records.workbook import Workbook, cached_per_workbook

LIVE = ("applied", "interviewing", "offer")
_OPEN = ("interested", *LIVE)
_COUNTED: tuple[tuple[ActivityKind, str, str], ...] = (
    ("application", "application", "applications"),
    ("networking", "conversation with someone you know", "conversations with people you know"),
    ("learning", "thing learned", "things learned"),
    ("interview_prep", "round of preparation", "rounds of preparation"),
)
_CLAIMS_SHOWN = 5

IdeaKind = Literal["rival", "contact", "application", "name_a_rival"]


@dataclass(frozen=True)
class Idea:
    """One concrete thing to do next, never due. ``task`` is there if a letter starts from it; ``claims`` are my recent
    ones, and ``story`` is the title of one of mine, for that letter to draw on."""

    kind: IdeaKind
    sentence: str
    application_id: str = ""
    person_id: str = ""
    task: DerivedTask | None = None
    claims: tuple[str, ...] = ()
    story: str = ""


@dataclass(frozen=True)
class Week:
    """What was done from a Monday on: interviews held, and the activity by kind in words."""

    monday: date
    interviews: int
    counts: tuple[tuple[str, int], ...]
    aim: str
    sentence: str


@dataclass(frozen=True)
class SearchSummary:
    """How the search goes on beside the favourites: the other live processes, this week, and one idea.

    ``silent`` counts the applications that were never answered and are too old to count as live.
    """

    favourites: tuple[Application, ...]
    others: tuple[Application, ...]
    silent: int
    week: Week
    idea: Idea | None
    sentence: str


def rival_ideas(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """A rival of a favourite to look at, each once: do they hire, and the letter to start from (K2)."""
    looked_at: set[str] = set()
    for favourite in favourites(snapshot):
        for rival in rivals_of(snapshot, favourite):
            if rival.status in (None, "interested") and rival.id not in looked_at:
                looked_at.add(rival.id)
                yield DerivedTask(
                    "look_at_rival",
                    f"Look at {rival.company}, a rival of {favourite.company}",
                    f"{favourite.company} is not signed. {rival.company} needs the same skills: do they hire?",
                    snapshot.today,
                    timing="an idea (optional)",
                    application_id=rival.id,
                )


def contact_ideas(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """Someone I know at a company that I apply to, who was not asked for a good word yet (K3)."""
    asked = {(ask.person_id, ask.application_id) for ask in snapshot.workbook.asks if ask.asked_on or ask.agreed_on}
    for application, person in _acquaintances(snapshot):
        if (person.id, application.id) not in asked:
            yield DerivedTask(
                "ask_contact",
                f"Ask {person.name} for a good word at {application.company}",
                f"You know {person.name} there. A word from inside is read first.",
                snapshot.today,
                timing="an idea (optional)",
                application_id=application.id,
                person_id=person.id,
            )


def _acquaintances(snapshot: Snapshot) -> Iterator[tuple[Application, Person]]:
    known: dict[str, list[Person]] = {}
    for person in snapshot.workbook.people:
        if person.kind == "contact":
            known.setdefault(match_key(person.company), []).append(person)
    planned = {(ask.application_id, ask.person_id) for ask in snapshot.workbook.asks if ask.kind == "good_word"}
    for application in snapshot.workbook.applications:
        if application.status in _OPEN:
            for person in known.get(match_key(application.company), []):
                yield application, person
    for application_id, person_id in sorted(planned):
        wanted, helper = snapshot.workbook.application(application_id), snapshot.people.get(person_id)
        if wanted and helper and wanted.status in _OPEN and not _is_at(helper, wanted):
            yield wanted, helper


def _is_at(person: Person, application: Application) -> bool:
    return person.kind == "contact" and match_key(person.company) == match_key(application.company)


def favourites(snapshot: Snapshot) -> tuple[Application, ...]:
    """The favourites that are still undecided, and a job accepted lately: until it is signed and its conditions are
    met the search goes on, which ends with the activity ``search_ended``."""
    first = snapshot.today - timedelta(days=SIGNED_LATELY_DAYS)
    has_ended = any(act.kind == "search_ended" and act.on >= first for act in snapshot.workbook.activity)
    return tuple(
        entry
        for entry in snapshot.workbook.applications
        if (entry.favourite and entry.status in _OPEN)
        or (
            entry.status == "accepted"
            and entry.status_on
            and entry.status_on >= first
            and not has_ended
            and not _is_job(snapshot, entry)
        )
    )


def _is_job(snapshot: Snapshot, application: Application) -> bool:
    return any(offer.is_job for offer in snapshot.offers.get(application.id, ()))


def not_yet_jobs(snapshot: Snapshot) -> tuple[Application, ...]:
    """The offers, taken or not, that are not yet a job: not signed, or with conditions that are not met (O1, K1)."""
    return tuple(
        entry
        for entry in snapshot.workbook.applications
        if not _is_job(snapshot, entry)
        and (entry.status == "offer" or (entry.status == "accepted" and entry.id in snapshot.offers))
    )


def rivals_of(snapshot: Snapshot, application: Application) -> tuple[Application, ...]:
    """The applications marked as at a rival of this one's company, by its name or its id."""
    names = {match_key(application.company), application.id}
    return tuple(
        entry for entry in _rivals(snapshot.workbook) if entry.rival_of in names or match_key(entry.rival_of) in names
    )


@cached_per_workbook
def _rivals(workbook: Workbook) -> tuple[Application, ...]:
    return tuple(entry for entry in workbook.applications if entry.rival_of)


def search_summary_of(snapshot: Snapshot, ideas: Iterable[DerivedTask]) -> SearchSummary:
    """How the search goes, with one of the open ``ideas``; a new week puts another forward."""
    loved = favourites(snapshot)
    favoured = {entry.id for entry in loved}
    running = [entry for entry in snapshot.workbook.applications if entry.status in LIVE and entry.id not in favoured]
    others = tuple(entry for entry in running if not _is_silent(snapshot, entry))
    week, silent = week_of(snapshot, snapshot.today), len(running) - len(others)
    sentence = f"{_of_processes(snapshot, loved, others)} {_of_silence(silent)}{_of_offers(not_yet_jobs(snapshot))}"
    return SearchSummary(loved, others, silent, week, _idea(snapshot, loved, tuple(ideas)), sentence + week.sentence)


def _is_silent(snapshot: Snapshot, application: Application) -> bool:
    """Whether it was sent so long ago, and is no further, that it doesn't count."""
    sent = application.status_on or application.applied_on
    return (
        application.status == "applied"
        and sent is not None
        and sent < snapshot.today - timedelta(days=SILENT_AFTER_DAYS)
    )


def _of_silence(silent: int) -> str:
    one = silent == 1
    return (
        f"{silent} sent over {SILENT_AFTER_DAYS} days ago without a reply {'is' if one else 'are'} not counted. "
        if silent
        else ""
    )


def _of_processes(snapshot: Snapshot, loved: tuple[Application, ...], others: tuple[Application, ...]) -> str:
    live = spelled(len(others), "application", "applications")
    verb = plural(len(others), "is", "are")
    if not loved:
        return f"{sentence_case(live)} {verb} active."
    names = listed(dict.fromkeys(entry.company for entry in loved))
    is_signed = any(offer.signed_on for entry in loved for offer in snapshot.offers.get(entry.id, ()))
    lacks = "is signed, but its conditions are not met yet" if is_signed and len(loved) == 1 else "is not signed yet"
    other = spelled(len(others), "other application is", "other applications are")
    return f"{names} {lacks}. {sentence_case(other)} active."


def _of_offers(applications: tuple[Application, ...]) -> str:
    if not applications:
        return ""
    names = listed(dict.fromkeys(entry.company for entry in applications))
    if len(applications) == 1:
        return f"The offer from {names} isn't final yet. "
    return f"The offers from {names} aren't final yet. "


def _idea(snapshot: Snapshot, loved: tuple[Application, ...], open_ideas: tuple[DerivedTask, ...]) -> Idea | None:
    claims = _recent_claims(snapshot)
    found = [
        Idea(
            "rival" if due.kind == "look_at_rival" else "contact",
            due.title,
            due.application_id,
            due.person_id,
            due,
            claims,
        )
        for due in sorted(open_ideas, key=lambda due: (due.kind != "look_at_rival", due.id))
    ]
    found += [
        Idea("application", f"{entry.company} interests you: apply as {entry.role}", entry.id, claims=claims)
        for entry in snapshot.workbook.applications
        if entry.status == "interested" and not entry.rival_of
    ]
    if not found and loved:
        found = [
            Idea("name_a_rival", f"Name one rival of {loved[0].company}: do they hire?", loved[0].id, claims=claims)
        ]
    return _with_story(snapshot, found[snapshot.today.isocalendar().week % len(found)]) if found else None


def _with_story(snapshot: Snapshot, idea: Idea) -> Idea:
    """The idea with a story of mine, if a letter of application follows from it."""
    story = story_for_letter(snapshot.workbook, idea.application_id) if idea.kind in ("rival", "application") else None
    return replace(idea, story=story.title) if story else idea


def _recent_claims(snapshot: Snapshot) -> tuple[str, ...]:
    order = {entry.id: number for number, entry in enumerate(snapshot.interviews)}
    newest = sorted(snapshot.workbook.claims, key=lambda claim: order.get(claim.interview_id, -1), reverse=True)
    return tuple(dict.fromkeys(claim.claim for claim in newest))[:_CLAIMS_SHOWN]


def week_of(snapshot: Snapshot, day: date) -> Week:
    """What was done in the week of a day, up to today, and the aim that was set for it."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    acts = [act for act in snapshot.workbook.activity if monday <= act.on <= min(sunday, snapshot.today)]
    held = sum(
        monday <= entry.held_on <= sunday and (entry.is_debriefed or snapshot.has_ended(entry))
        for entry in snapshot.interviews
    )
    counts = tuple((kind, sum(act.kind == kind for act in acts)) for kind, _, _ in _COUNTED)
    aim = next((act.note for act in reversed(acts) if act.kind == "weekly_aim"), "")
    return Week(monday, held, counts, aim, _week_sentence(snapshot, monday, held, acts))


def _week_sentence(snapshot: Snapshot, monday: date, held: int, acts: list[Activity]) -> str:
    parts = [spelled(held, "interview")] if held else []
    for kind, one, many in _COUNTED:
        number = sum(act.kind == kind for act in acts)
        if number:
            parts.append(spelled(number, one, many))
    offers = len(_offers_of(snapshot, monday))
    parts += [spelled(offers, "offer")] if offers else []
    answers = sum(
        entry.outcome != "offer" and entry.outcome_on is not None and _is_in(entry.outcome_on, monday)
        for entry in snapshot.interviews
    )
    parts += [spelled(answers, "other answer" if offers else "answer")] if answers else []
    age = (snapshot.today - monday).days
    when = "This week" if age < 7 else "Last week" if age < 14 else f"In the week from {snapshot.say(monday)}"
    return f"{when}: {', '.join(parts)}." if parts else f"{when}: nothing noted yet."


def _offers_of(snapshot: Snapshot, monday: date) -> set[str]:
    """The applications that an offer came for in that week, wherever it was noted."""
    received = (offer for offer in snapshot.workbook.offers if offer.received_on and _is_in(offer.received_on, monday))
    told = (one for one in snapshot.interviews if one.outcome == "offer")
    return {
        *(offer.application_id for offer in received if offer.application_id),
        *(one.application_id for one in told if one.outcome_on and _is_in(one.outcome_on, monday)),
    }


def _is_in(day: date, monday: date) -> bool:
    return monday <= day < monday + timedelta(days=7)


def opens_week(snapshot: Snapshot, last_visit: datetime | None) -> bool:
    """Whether this is the first visit of the week, which offers a look back and one aim."""
    if last_visit is None:
        return False
    return snapshot.day(last_visit) < snapshot.today - timedelta(days=snapshot.today.weekday())


def never_answered(snapshot: Snapshot, company: str, but: str = "") -> str:
    """What to know before applying again to a company that never answered; empty if there is nothing to know.

    ``but`` is the application in hand, which does not count.
    """
    silent = [
        entry
        for entry in snapshot.workbook.applications
        if entry.status == "no_reply" and entry.id != but and match_key(entry.company) == match_key(company)
    ]
    if not silent:
        return ""
    newest = max(silent, key=lambda entry: (entry.applied_on or date.min, entry.id))
    when = f" {snapshot.on(newest.applied_on)}" if newest.applied_on else ""
    times = f" It was so {spelled(len(silent), 'time')}." if len(silent) > 1 else ""
    return f"You applied to {newest.company.strip()} as {newest.role}{when}, and they never answered.{times}"
