"""A workbook with one saved debrief and three people met, for the tests of what is written from it."""

from datetime import date

from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.question import Question
from lib.records.setting import Setting
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)

WORKBOOK = Workbook(
    applications=(
        Application(id="ap-a1", company="Kestrel Mills", role="Data Analyst", status="interviewing"),
        Application(id="ap-b2", company="Brightwater", role="Operations Lead"),
    ),
    people=(
        Person(
            id="pe-ada", name="Ada Okafor", kind="hiring_manager", company="Kestrel Mills", email="ada@kestrel.example"
        ),
        Person(id="pe-ben", name="Ben Lindqvist", kind="interviewer", company="Kestrel Mills"),
        Person(id="pe-chi", name="Chiara Rossi", kind="interviewer", company="Kestrel Mills"),
        Person(id="pe-ref", name="Tom Baker", kind="reference", company="Northgate", email="tom@northgate.example"),
    ),
    interviews=(
        Interview.from_cells(
            {
                "id": "iv-k1",
                "application_id": "ap-a1",
                "state": "done",
                "held_at": "2026-11-19T14:00:00+00:00",
                "stage": "panel",
                "minutes": "60",
                "interest_after": "8",
                "leaning": "go_on",
                "went_well": "my example of the nightly batches",
                "their_problem": "the reports come too late to act on",
                "unsaid": "That I set up the alerting at Northgate",
                "reply_by": "2026-11-27",
            }
        ),
    ),
    conversations=(
        Conversation(interview_id="iv-k1", person_id="pe-ben", talked_about="Why the warehouse joins are slow"),
        Conversation(
            interview_id="iv-k1",
            person_id="pe-ada",
            talked_about="Moving the billing from nightly batches to streaming",
        ),
        Conversation(
            interview_id="iv-k1", person_id="pe-chi", talked_about="we talked about how new analysts find their feet"
        ),
    ),
    claims=(
        Claim(id="cl-1", interview_id="iv-k1", claim="Cut the reporting time from nine days to two"),
        Claim(id="cl-2", interview_id="iv-k1", claim="Ten years of SQL"),
        Claim(id="cl-3", interview_id="iv-k1", claim="I teach beginners patiently"),
    ),
    questions=(
        Question(
            id="qu-1",
            interview_id="iv-k1",
            position=1,
            asked_by="them",
            asked=True,
            text="How do you handle a late report?",
        ),
        Question(id="qu-2", interview_id="iv-k1", position=2, asked_by="me", asked=True, text="Who decides?"),
    ),
    settings=(Setting(key="name", value="Grace Moreno"),),
)
