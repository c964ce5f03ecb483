"""A letter carries what was said in that process, to that person, and nothing else: over workbooks mixed on purpose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.dates import DAY_FIRST
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import Message, draft_message
from lib.records.vocabulary import TaskKind
from lib.workflows.drafts.messages import correspondence
from tests.day_first import derive
from tests.mixed import HELPERS, MEETINGS, PROCESSES, ROUNDS, TODAY, Fact, Mixed, everything_written, mixed_workbooks

ZONE = ZoneInfo("Europe/Berlin")
OWN_STRENGTHS = frozenset({"claims.claim", "stories.situation", "stories.task", "stories.action", "stories.result"})
OF_MY_OWN: dict[str, frozenset[str]] = {
    "look_at_rival": OWN_STRENGTHS,
    "ask_contact": frozenset({"claims.claim"}),
}
"""Letters that may name my own strengths, wherever I named them before."""
TALK = frozenset({"conversations.talked_about"})
NAMES = frozenset({"applications.company", "applications.role"})
MAY_NAME: dict[TaskKind, frozenset[str]] = {
    "thank_you": TALK | {"claims.claim", "interviews.unsaid"},
    "unsaid_point": frozenset({"interviews.unsaid"}),
    "promise": frozenset({"promises.what"}),
    "brief_reference": frozenset(
        {"interviews.went_well", "interviews.their_problem", "claims.claim", "questions.text"}
    ),
    "negotiate": frozenset({"offers.ask_for", "offers.ground"}),
    **dict.fromkeys(("connect", "close_out", "answer_rejection"), TALK),
}
"""What else of the workbook a kind of letter may name; the others name company, role and recipient alone."""
FEW = settings(
    max_examples=max(10, settings().max_examples // 5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True)
class Letter:
    """One drafted message with what it is about."""

    message: Message
    due: DerivedTask

    @property
    def words(self) -> str:
        return f"{self.message.subject}\n{self.message.body}"


def drafted(mixed: Mixed, due: DerivedTask) -> Iterator[Letter]:
    """The message of a task in every channel."""
    letter = correspondence(mixed.workbook, due, TODAY, dates=DAY_FIRST)
    for channel in TASK_KINDS[letter.kind].channels:
        yield Letter(draft_message(letter.kind, channel, letter.facts), due)


def offered(mixed: Mixed) -> Iterator[Letter]:
    """Every message that the plan offers."""
    plan = derive(mixed.workbook, mixed.now, ZONE, "DE")
    for due in (*plan.tasks, *plan.coming, *plan.snoozed, *plan.ideas):
        if due.is_written:
            yield from drafted(mixed, due)


def every_kind(mixed: Mixed, application_id: str, interview_id: str, person_id: str) -> Iterator[Letter]:
    """Every kind of message about an interview, to a person, whether it makes sense or not."""
    promises = (row.id for row in mixed.workbook.promises if row.interview_id == interview_id)
    about = next((one for one in promises if person_id and one.endswith(person_id[3:])), "")
    for kind in MESSAGES:
        yield from drafted(
            mixed,
            DerivedTask(
                kind,
                "A title",
                "A reason",
                TODAY,
                application_id=application_id,
                interview_id=interview_id,
                person_id=person_id,
                about_id=about if kind == "promise" else "",
            ),
        )


def strays(mixed: Mixed, letter: Letter) -> list[tuple[str, str]]:
    """The facts that the letter must not name, each with where it is from; a greeting is as I typed it."""
    greeting = next((one.salutation for one in mixed.workbook.people if one.id == letter.due.person_id), "")
    words = letter.words.replace(greeting, "") if greeting else letter.words
    return [(fact.word, fact.row) for fact in mixed.facts_in(words) if not may_stand(fact, letter)]


def may_stand(fact: Fact, letter: Letter) -> bool:
    kind, due = letter.message.kind, letter.due
    if fact.field in OF_MY_OWN.get(kind, ()):
        return not fact.is_private
    if fact.field == "people.salutation":
        return fact.person_id == due.person_id
    is_named = fact.field in MAY_NAME.get(kind, frozenset()) | NAMES
    return is_named and not fact.is_foreign_to(due.application_id, due.person_id) and _was_said_to(fact, due)


def _was_said_to(fact: Fact, due: DerivedTask) -> bool:
    """Whether the recipient was there, where the letter claims that they heard it."""
    to_them = due.kind == "thank_you" and fact.field == "claims.claim"
    return not to_them or (fact.interview_id, due.person_id) in MEETINGS


@FEW
@given(mixed_workbooks())
def test_no_message_that_the_plan_offers_names_what_was_said_elsewhere_or_to_another_person(mixed: Mixed) -> None:
    assert [(letter.message, found) for letter in offered(mixed) if (found := strays(mixed, letter))] == []


@FEW
@given(mixed_workbooks(), st.sampled_from(tuple(PROCESSES)), st.data())
def test_no_kind_in_no_channel_names_what_was_said_elsewhere_or_to_another_person(
    mixed: Mixed, application_id: str, data: st.DataObject
) -> None:
    here = [interview for interview, process in ROUNDS.items() if process == application_id]
    people = sorted({*HELPERS, *(person for _, person in MEETINGS)})
    about = (data.draw(st.sampled_from(["", *here])), data.draw(st.sampled_from(["", *people])))
    letters = every_kind(mixed, application_id, *about)
    assert [(letter.message, found) for letter in letters if (found := strays(mixed, letter))] == []


@pytest.mark.parametrize(("interview_id", "person_id"), MEETINGS)
def test_nor_does_one_where_everything_is_written_down(interview_id: str, person_id: str) -> None:
    mixed = everything_written()
    letters = every_kind(mixed, ROUNDS[interview_id], interview_id, person_id)
    assert [(letter.message, found) for letter in letters if (found := strays(mixed, letter))] == []


@pytest.mark.parametrize("kind", MAY_NAME)
def test_what_was_said_there_does_reach_the_letters(kind: TaskKind) -> None:
    mixed = everything_written(offers={"ap-a1"} if kind in ("negotiate", "accept", "decline") else ())
    letters = [letter for letter in every_kind(mixed, "ap-a1", "iv-a1", "pe-a-alex") if letter.message.kind == kind]
    assert {fact.field for letter in letters for fact in mixed.facts_in(letter.words)} >= MAY_NAME[kind]


@pytest.mark.parametrize("kind", OF_MY_OWN)
def test_my_own_strengths_reach_the_letters_that_may_name_them(kind: TaskKind) -> None:
    mixed = everything_written()
    letters = [letter for letter in every_kind(mixed, "ap-r", "", "pe-a-robin") if letter.message.kind == kind]
    named = {fact.field for letter in letters for fact in mixed.facts_in(letter.words)}
    assert named >= OF_MY_OWN[kind] - {"stories.task"}  # the action goes before the task


@FEW
@given(mixed_workbooks())
def test_a_strength_of_my_own_is_never_said_to_have_been_told_them(mixed: Mixed) -> None:
    for application_id in ("ap-a1", "ap-r"):
        for letter in every_kind(mixed, application_id, "", "pe-a-robin"):
            if letter.message.kind in OF_MY_OWN:
                assert not re.search(r"mentioned|as I (?:said|told)|I told", letter.words)
