"""What a letter may use: the facts of one process, gathered for one recipient."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from lib.dates import DateStyle
from lib.followup.ask_progress import NOTHING_ASKED, AskProgress, ask_progress
from lib.followup.earlier_letters import is_point_sent, letters_to, mentions
from lib.followup.meetings import conversations_before, meeting_with, people_met, topic_with, was_met
from lib.followup.names import Address, address, first_name, name_words
from lib.followup.note_parsing import (
    clean_note,
    first_point,
    is_question_to_me,
    is_told_by_me,
    question_phrase,
    spoken_topic,
    unsaid_point,
)
from lib.followup.phrasing import one_line
from lib.followup.process_state import (
    ProcessState,
    accepted_elsewhere,
    is_acceptance_known,
    last_debriefed,
    state_of_status,
    status_of,
)
from lib.followup.strengths import claims_heard, claims_there, strengths_for
from lib.records.application import Application, same_company
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.vocabulary import Formality, PersonKind, Stage, Status
from lib.records.workbook import Workbook, cached_per_workbook

Stance = Literal["keen", "open", "none", "unknown"]
"""How much interest a draft may claim. ``unknown``, where the debrief doesn't tell, claims as little as ``none``."""

KEEN = 7
LUKEWARM = 4
"""Interest from 0 to 10: from KEEN on a draft is warm; under LUKEWARM it claims none."""
FRESH = timedelta(days=3)
"""For so long nobody has to be reminded of a conversation."""


@dataclass(frozen=True)
class OfferTerms:
    """What the messages about an offer name. ``pay`` is words, such as '52,000 a year'; ``unspoken`` are the terms not
    talked about yet."""

    pay: str = ""
    start_on: date | None = None
    decide_by: date | None = None
    ask_for: str = ""
    ground: str = ""
    unspoken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extras:
    """What a draft may name beyond the debrief, if the person or another table has it.

    ``promised`` is the thing promised, ``story`` one of my stories in a few sentences, ``reason`` why I turn to this
    very person.
    """

    promised: str = ""
    story: str = ""
    reason: str = ""
    offer: OfferTerms = OfferTerms()


@dataclass(frozen=True)
class Facts:
    """The pieces of one message. An unknown piece is empty or None, and becomes a marked blank if a text needs it.

    ``met`` names everybody met in that interview, ``position`` is the recipient's among them, from 0: drafts to several
    people differ by it; ``conversations_before`` counts who was met earlier, so that those of one day differ too.
    ``met_on`` is the day on which the recipient and I last met in this process, ``recalled`` what we talked about then:
    in this interview, else in another round; ``was_met``: we met, for any job. ``is_between``: the recipient is an
    agency's recruiter, who works for the company and others.

    ``claims`` are mine at that company, newest first, and ``heard`` those that the recipient was there for.
    ``strengths`` are my own, wherever I named them, most frequent first: only a letter that claims no conversation may
    name one. ``status`` is the state of the process by all that is known, ``is_last_round`` that no other conversation
    is coming, ``said_last`` that I noted that. ``taken`` is the company whose offer I accepted since. ``reference`` and
    ``good_word`` are what the recipient did for me.

    ``unsaid`` is the point that a letter can take in, out of ``unsaid_note``, the note as it was written.

    ``sent`` are the letters that the recipient got in this process; one sent in unknown words is empty.
    ``was_thanked``: a thank-you was among them; ``is_unsaid_sent``: the forgotten point was sent to somebody there.
    """

    today: date
    me: str = ""
    signature: str = ""
    person: str = ""
    salutation: str = ""
    person_kind: PersonKind | None = None
    person_company: str = ""
    is_between: bool = False
    company: str = ""
    role: str = ""
    formality: Formality | None = None
    status: Status | None = None
    stage: Stage | None = None
    is_last_round: bool = False
    said_last: bool = False
    held_on: date | None = None
    met: tuple[str, ...] = ()
    met_person: bool = False
    position: int = 0
    met_before: int = 0
    topic: str = ""
    met_on: date | None = None
    recalled: str = ""
    knows_me: bool = False
    stance: Stance = "unknown"
    taken: str = ""
    is_acceptance_known: bool = False
    reference: AskProgress = NOTHING_ASKED
    good_word: AskProgress = NOTHING_ASKED
    claims: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    unsaid: str = ""
    unsaid_note: str = ""
    went_well: str = ""
    their_problem: str = ""
    asked: tuple[str, ...] = ()
    feedback: str = ""
    reply_by: date | None = None
    sent: tuple[str, ...] = ()
    was_thanked: bool = False
    is_unsaid_sent: bool = False
    people_named: frozenset[str] = frozenset()
    extras: Extras = Extras()
    dates: DateStyle = field(kw_only=True)

    @property
    def formal(self) -> bool:
        """Whether the company is formal."""
        return self.formality == "formal"

    @property
    def qualification(self) -> str:
        """The one claim to remind this recipient of; people of one interview get different ones while there are
        enough."""
        return self.heard[self.position % len(self.heard)] if self.heard else ""

    @property
    def process_state(self) -> ProcessState:
        """The state of the process for the recipient."""
        return state_of_status(self.status)

    @property
    def names(self) -> frozenset[str]:
        """Words that are names here, and so keep their capitals."""
        sources = (self.me, self.person, self.address.name, self.company, self.person_company, *self.met)
        return self.people_named | {word for source in sources for word in name_words(source)}

    @property
    def spoken_topic(self) -> str:
        """What we talked about, so that it can follow 'talk about'; empty if the note cannot."""
        return spoken_topic(self.topic, self.names, self.works_there)

    @property
    def recalled_topic(self) -> str:
        """What the recipient and I talked about when we last met in this process, as ``spoken_topic``."""
        return spoken_topic(self.recalled, self.names, self.works_there)

    @property
    def is_topic_told(self) -> bool:
        """Whether a letter to the recipient has named that topic already: once is kind, twice is a phrase."""
        topic = self.recalled_topic or self.spoken_topic
        return bool(topic) and any(not body or mentions(body, topic) for body in self.sent)

    @property
    def is_question_put(self) -> bool:
        """Whether, by the note on our conversation, the recipient asked me something."""
        return is_question_to_me(self.topic)

    @property
    def heard_topic(self) -> str:
        """The topic, if it's something that they may have told me; else empty."""
        return "" if is_told_by_me(self.topic) else self.spoken_topic

    @property
    def their_question(self) -> str:
        """What the recipient asked me about, if noted: 'your question about' it; else empty."""
        return question_phrase(self.topic, self.names, self.works_there)

    @property
    def is_fresh(self) -> bool:
        """Whether we met so recently that no reminder is needed."""
        return self.met_on is not None and self.today - self.met_on <= FRESH

    @property
    def is_date_ahead(self) -> bool:
        """Whether the day they gave for an answer isn't past yet."""
        return self.reply_by is not None and self.today <= self.reply_by

    @property
    def works_there(self) -> bool:
        """Whether the recipient is at the company that the message is about."""
        return bool(self.company) and self.person_company.casefold() == self.company.casefold()

    @property
    def is_insider(self) -> bool:
        """Whether the recipient needs nobody to name their own company to them: all who work there but recruiters and
        contacts, who may have several in mind."""
        if not self.person:
            return bool(self.company)
        is_there = self.works_there or (self.met_person and not self.person_company)
        return is_there and not self.is_between and self.person_kind in ("hiring_manager", "interviewer", "other")

    @property
    def first_names(self) -> str:
        """My first name, if the recipient is somebody I call by theirs; else empty."""
        is_friend = self.address.sure and self.address.name == first_name(self.person)
        return first_name(self.me) if is_friend and not self.formal else ""

    @property
    def address(self) -> Address:
        """How a letter addresses the recipient, and whether that is sure."""
        return address(self.person, self.formal, self.salutation)


def gather(
    workbook: Workbook,
    today: date,
    *,
    dates: DateStyle,
    application_id: str = "",
    interview_id: str = "",
    person_id: str = "",
    extras: Extras | None = None,
) -> Facts:
    """The facts for one message; ids that are empty or unknown leave their pieces out.

    Where no interview is named it is about the last debriefed one of the application. An unknown one, as one that is
    still being written down, leaves its pieces out: those of another round would not be true of it.
    """
    interview = _interview_meant(workbook, interview_id, application_id)
    application = workbook.application(application_id or (interview.application_id if interview else ""))
    person = workbook.find(Person, person_id)
    met = people_met(workbook, interview)
    known_id, process_id = person.id if person else "", application.id if application else ""
    meeting = meeting_with(workbook, interview, known_id, today)
    taken = accepted_elsewhere(workbook, process_id, today)
    sent = letters_to(workbook, process_id, known_id)
    facts = Facts(
        today=today,
        me=one_line(workbook.setting("name")),
        signature=workbook.setting("signature").strip(),
        person=one_line(person.name) if person else "",
        salutation=person.salutation if person else "",
        person_kind=person.kind if person else None,
        person_company=one_line(person.company) if person else "",
        is_between=_is_between(person, application),
        company=one_line(application.company) if application else "",
        role=one_line(application.role) if application else "",
        formality=application.formality if application else None,
        status=status_of(workbook, application),
        met=tuple(one_line(entry.name) for entry in met),
        met_person=person in met,
        position=met.index(person) if person in met else 0,
        met_before=conversations_before(workbook, interview),
        topic=topic_with(workbook, interview, known_id),
        met_on=meeting.held_on if meeting else None,
        recalled=topic_with(workbook, meeting, known_id),
        knows_me=was_met(workbook, known_id),
        stance="none" if taken else stance_of(workbook, application, interview),
        taken=taken,
        is_acceptance_known=is_acceptance_known(workbook, application),
        reference=ask_progress(workbook, "reference", known_id, process_id, today),
        good_word=ask_progress(workbook, "good_word", known_id, process_id, today),
        claims=claims_there(workbook, application),
        heard=claims_heard(workbook, interview, known_id),
        strengths=strengths_for(workbook, application),
        sent=tuple(row.body for row in sent if row.body or row.kind == "thank_you"),
        was_thanked=any(row.kind == "thank_you" for row in sent),
        is_unsaid_sent=is_point_sent(workbook, interview),
        people_named=_names_of_people(workbook),
        extras=extras or Extras(),
        dates=dates,
    )
    return _with_debrief(facts, workbook, interview) if interview else facts


def _interview_meant(workbook: Workbook, interview_id: str, application_id: str) -> Interview | None:
    interview = workbook.interview(interview_id) if interview_id else last_debriefed(workbook, application_id)
    is_elsewhere = interview and application_id and interview.application_id != application_id
    return None if is_elsewhere else interview


@cached_per_workbook
def _names_of_people(workbook: Workbook) -> frozenset[str]:
    return frozenset(word for entry in workbook.people for word in name_words(entry.name))


def _is_between(person: Person | None, application: Application | None) -> bool:
    """Whether the recipient is an outside recruiter."""
    if person is None or application is None or same_company(person.company, application.company):
        return False
    return person.id == application.via_person or bool(person.agency)


def stance_of(workbook: Workbook, application: Application | None, interview: Interview | None) -> Stance:
    """How much interest may be claimed, by this interview and the last debrief of the same application.

    One leaning to decline, or one interest under ``LUKEWARM``, is enough to claim none. To be keen, both interviews'
    interest is from ``KEEN`` on, and neither's gut feeling is unsure.
    """
    last = last_debriefed(workbook, application.id if application else "")
    heard = [entry for entry in (interview, last) if entry is not None]
    interests = [
        known for entry in heard for known in (entry.interest_after, entry.interest_later) if known is not None
    ]
    if any(entry.leaning == "decline" for entry in heard) or any(interest < LUKEWARM for interest in interests):
        return "none"
    leaning = next((entry.leaning for entry in reversed(heard) if entry.leaning), None)
    if not interests:
        return "open" if leaning == "go_on" else "unknown"  # to keep going isn't to want the job most
    if any(entry.leaning == "unsure" for entry in heard):
        return "open" if interests[-1] >= KEEN else "unknown"
    return "keen" if all(_is_keen(entry) for entry in heard) else "open"


def _is_keen(interview: Interview) -> bool:
    """Whether the interest noted last for it is from ``KEEN`` on."""
    known = interview.interest_after if interview.interest_later is None else interview.interest_later
    return known is not None and known >= KEEN


def _with_debrief(facts: Facts, workbook: Workbook, interview: Interview) -> Facts:
    """The facts with what was noted of the interview, and of the last one of its process."""
    asked = [row for row in workbook.questions if row.interview_id == interview.id and row.was_asked]
    last = last_debriefed(workbook, interview.application_id) or interview
    return replace(
        facts,
        stage=interview.stage,
        is_last_round=bool(last.last_round) or last.next_step in ("decision", "references"),
        said_last=bool(last.last_round),
        held_on=interview.held_on,
        unsaid=unsaid_point(interview.unsaid),
        unsaid_note=clean_note(interview.unsaid),
        went_well=first_point(interview.went_well),
        their_problem=first_point(interview.their_problem),
        feedback=clean_note(interview.feedback),
        reply_by=None if _is_spent(interview) else interview.reply_by,
        asked=tuple(one_line(row.text) for row in sorted(asked, key=lambda row: row.position or 99)),
    )


def _is_spent(interview: Interview) -> bool:
    """Whether the date they named is past because they did answer by it."""
    by, answered_on = interview.reply_by, interview.outcome_on
    return interview.outcome == "advanced" and by is not None and answered_on is not None and by <= answered_on
