"""The interview sheet as a page of its own: everything on it, nothing that runs, nothing that is fetched."""

from datetime import date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from lib.exchange.sheet_page import RoundReminders
from lib.followup.sheet import PracticeAloud, PrepSheet
from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.day_first import sheet_for, sheet_page

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 0, tzinfo=ZONE)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</li></ul><iframe src=https://example.com></iframe>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<style>@import url(https://example.com/x.css)</style>",
    "&lt;b&gt; & 'quotes'",
    "مريم الخطيب",
)


def sheet(words: str) -> PrepSheet:
    """The sheet of a second round, with the same words wherever a person may write some."""
    first = {"id": "iv-1", "application_id": "ap-1", "state": "done", "held_at": "2026-11-10", "stage": "technical"}
    told = {"unsaid": words, "pay_said": words, "went_well": words}
    second = {**first, "id": "iv-2", "state": "scheduled", "held_at": "2026-11-22T10:00:00+01:00", "minutes": "45"}
    workbook = Workbook(
        applications=(Application(id="ap-1", company=words, role=words, location=words),),
        people=(Person(id="pe-1", name=words, title=words),),
        interviews=(Interview.from_cells(first | told), Interview.from_cells(second | {"format": "in_person"})),
        conversations=(
            Conversation(interview_id="iv-1", person_id="pe-1", talked_about=words),
            Conversation(interview_id="iv-2", person_id="pe-1"),
        ),
        claims=(Claim(id="cl-1", interview_id="iv-1", claim=words),),
        questions=(
            Question(id="qu-1", interview_id="iv-1", asked_by="them", text=words, rating=1, position=1),
            Question(id="qu-2", interview_id="iv-1", asked_by="me", asked=False, text=words),
        ),
        plans=(IfThenPlan(id="pl-1", interview_id="iv-1", if_when=words, then_do=words),),
        promises=(Promise(id="pr-1", interview_id="iv-1", what=words, by=date(2026, 11, 23)),),
    )
    found = sheet_for(workbook, "iv-2", NOW, ZONE)
    assert found
    return found.with_practice([PracticeAloud(words, f"asked at {words}", words)])


class Reader(HTMLParser):
    """Notes the tags, their attributes, and the words of a page, apart from its styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words = ""
        self._in_style = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self._in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._in_style = False
        else:
            self.words += data


def read(words: str) -> Reader:
    return Reader(sheet_page(sheet(words), NOW.date(), RoundReminders((words,), (words,), (words,))))


PLAIN = read("plain")


@pytest.mark.parametrize("words", PAYLOADS)
def test_every_word_of_the_person_s_is_text_and_makes_no_tag(words: str) -> None:
    page = read(words)
    assert page.tags == PLAIN.tags
    assert page.attributes == PLAIN.attributes
    assert page.words.count(words) == PLAIN.words.count("plain")


@pytest.mark.parametrize("words", ["plain", *PAYLOADS])
def test_the_page_holds_no_script_and_fetches_nothing(words: str) -> None:
    page = read(words)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & set(page.tags)
    assert not {name for name in page.attributes if name.startswith("on") or name in ("src", "href", "style")}
    text = sheet_page(sheet("plain"), NOW.date()).decode()
    assert "://" not in text
    assert "url(" not in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    "words",
    [
        "How soon do you decide?",
        "What comes next?",
        "How may I reach you?",
        "Sunday 22 November at 10:00, 45 minutes",
        "What went well before",
        "Who you'll meet",
        "Find out",
        "you talked about plain",
        "What you said about yourself",
        "What was said about pay there",
        "What they asked",
        "What you forgot to mention",
        "What you promised them",
        "plain, by Monday 23 November",
        "Practise these aloud",
        "Think about this first",
        "Stories you told there",
        "What felt hard there",
    ],
)
def test_everything_to_know_is_on_it_f1(words: str) -> None:
    assert words in " ".join(PLAIN.words.split())


def test_a_heading_without_anything_under_it_is_left_out() -> None:
    bare = Workbook(
        interviews=(
            Interview.from_cells(
                {
                    "id": "iv-1",
                    "application_id": "ap-gone",
                    "state": "scheduled",
                    "held_at": "2026-11-22",
                    "stage": "panel",
                }
            ),
        )
    )
    found = sheet_for(bare, "iv-1", NOW, ZONE)
    assert found
    page = sheet_page(found, NOW.date()).decode()
    assert page.count("<h2>") == 1
    assert "Ask them" in page


def test_what_is_remembered_of_earlier_rounds_comes_after_my_claims_d3() -> None:
    remembered = RoundReminders(("Which story shows it?",), ("The port, to Priya Raman",), ("Preparation: 2 of 5",))
    words = Reader(sheet_page(sheet("plain"), NOW.date(), remembered)).words
    order = ("What you said about yourself", "Which story shows it?", "The port, to Priya Raman", "Preparation: 2 of 5")

    assert sorted(order, key=words.index) == list(order)


def test_the_same_sheet_on_the_same_day_is_the_same_bytes() -> None:
    assert sheet_page(sheet("plain"), NOW.date()) == sheet_page(sheet("plain"), NOW.date())
