"""Whose question it is: one that is bound to a company is never asked before an interview at another one."""

from dataclasses import replace

import pytest

from lib.practice.cards import cards
from lib.practice.company_bound import CompanyBinding
from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.conversation import Conversation
from lib.records.interview import Interview
from lib.records.person import Person
from lib.records.question import Question
from lib.records.story import Story
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import topic

MAGAZINE, BANK, MILL, NOTION = 1, 2, 3, 4
BOOK = Workbook(
    applications=(
        application(
            MAGAZINE, company="Inkpuddle", role="Growth Analyst", notes="Their reading app is called Nightjar."
        ),
        application(BANK, company="Deutsche Stadtbank AG", location="Kiel"),
        application(MILL, company="Kestrel Mills Ltd"),
        application(NOTION, company="Notion", status="rejected"),
    ),
    people=(
        Person(id="pe-1", name="Dr. Ilse Krähwinkel"),
        Person(id="pe-2", name="Priya Nair", company="inkpuddle"),
        Person(id="pe-3", name="Will Price"),
    ),
    interviews=tuple(interview(number, application_id=f"ap-{number}") for number in (MAGAZINE, BANK, MILL, NOTION)),
    conversations=(
        Conversation(interview_id="iv-1", person_id="pe-1", talked_about="Snowflake, and readers in Portugal"),
        Conversation(interview_id="iv-1", person_id="pe-3"),
    ),
    stories=(Story(id="st-1", title="The Haldenfracht move"),),
    claims=(Claim(id="cl-1", interview_id="iv-1", claim="I read Nightjar every week"),),
)


def is_bound(wording: str, *companies: int, book: Workbook = BOOK) -> bool:
    asked = tuple(question(9 + number, of=number, text=wording) for number in companies)
    whole = replace(book, questions=(*book.questions, *asked))
    card = next(card for card in cards(whole) if card.text == wording)
    return CompanyBinding(whole).bound_to(card) is not None


@pytest.mark.parametrize(
    "wording",
    [
        # our and a thing of the trade
        "What would you change about our magazine?",
        "what do you like about our magazine",
        "Which of our magazines have you read?",
        "How would you win back our readers?",
        "Our readers cancel after three months. Why?",
        "How would our readers react to a paywall?",
        "How would you improve our app?",
        "How would our data platform scale?",
        "Tell me about our data platform",
        "What do you think of our weekly newsletter?",
        "How would you cut the queue in our biggest warehouse?",
        "Why do you want to work in our newsroom?",
        "What would you write in our customer magazine?",
        "How do you get our trams back on time?",
        "Have you ever ordered from our web shop?",
        "Where does our checkout lose people?",
        "Why our bank?",
        "Was gefällt Ihnen an unserem Magazin?",
        "Wie finden Sie unsere neue App?",
        # your, in my own words
        "What would I change about your magazine?",
        "Why do I read your newsletter?",
        # its name
        "Why Inkpuddle?",
        "why inkpuddle?",
        "What do you know about inkpuddle",
        "Inkpuddle lost a tenth of its subscribers. What now?",
        "What is Inkpuddle's biggest rival?",
        "What would you ask INKPUDDLE's founder?",
        "Warum Inkpuddle?",
        # its people
        "What would Priya say about your code?",
        "How would you explain this to Ilse?",
        "How would you explain this to Dr. Krähwinkel?",
        "How would you explain this to Krahwinkel?",
        "What did you learn from Will today?",
        "Is there anything you want to ask Mr Price?",
        # its product
        "How would you grow Nightjar?",
        "What annoys you in Nightjar?",
    ],
)
def test_a_question_is_bound_by_the_companys_name_people_product_or_things(wording: str) -> None:
    assert is_bound(wording, MAGAZINE)


@pytest.mark.parametrize(
    "wording",
    [
        "Why us?",
        "What do you know about us?",
        "What brings you to us?",
        "Tell me about yourself",
        "Walk me through your CV",
        # our and what every company has
        "Why do you want to join our team?",
        "How would you fit into our company culture?",
        "What do you know about our company?",
        "How would our team benefit from you?",
        "How would you improve our product?",
        "How would you explain our product to a customer?",
        "How would you improve our hiring process?",
        "What do you think of our website?",
        "Which of our values speaks to you?",
        "Who are our biggest competitors?",
        "What do our customers want?",
        "How would you support our sales team?",
        "Where do you see our industry in five years?",
        "Can you work from our new office?",
        "What would you do in our business in the first 90 days?",
        "Why should we choose you for our position?",
        "How would you grow our organisation?",
        "What would you change in our quirky team?",
        "Why do you want to be our next data analyst?",
        "What questions do you have about our department?",
        "How would you help our clients?",
        "What is your view of our strategy?",
        "Warum möchten Sie in unserem Unternehmen arbeiten?",
        "Was wissen Sie über unsere Firmenkultur?",
        "Passen Sie in unser Team?",
        # your means me
        "What are your strengths?",
        "What is your greatest weakness?",
        "What would your last boss say about you?",
        "Tell me about your experience with dashboards",
        "What are your salary expectations?",
        "Why are you leaving your job?",
        "What did your readers think of it?",
        "What is in your portfolio that I should see?",
        "Tell me about your last magazine",
        "What would I find on your bookshelf?",
        "How would I know your code is good?",
        "What was your best campaign?",
        # names that are nobody's here
        "Why do you want to leave Haldenfracht?",
        "What did you build at Haldenfracht?",
        "How good is your German?",
        "How would you move a table to Snowflake?",
        "How do you explain SQL to a manager?",
        "What would you ask on your first Monday?",
        "How do you work with a Scrum Master?",
        "Are you happy to travel to Portugal?",
        "What Makes You a Good Growth Analyst?",
        # words that are names elsewhere
        "Will you relocate?",
        "How do you price a new product?",
        "What will you do first?",
        "Erzählen Sie von sich",
        "Wie gehen Sie mit verspäteten Daten um?",
    ],
)
def test_a_question_that_any_company_may_ask_is_free(wording: str) -> None:
    assert not is_bound(wording, MAGAZINE)


@pytest.mark.parametrize(
    ("wording", "company"),
    [
        ("Why Kestrel Mills?", MILL),
        ("why kestrel mills?", MILL),
        ("What would you fix at Kestrel first?", MILL),
        ("Warum möchten Sie zur Deutschen oder zur Stadtbank?", BANK),
        ("What do you use Notion for?", NOTION),
        ("Why notion?", NOTION),
    ],
)
def test_a_companys_name_counts_whole_or_by_the_word_that_is_its_own(wording: str, company: int) -> None:
    assert is_bound(wording, company)


@pytest.mark.parametrize(
    ("wording", "company"),
    [
        ("What is your notion of good leadership?", NOTION),
        ("Have you worked in a Bank before?", BANK),
        ("Sprechen Sie Deutsch?", BANK),
        ("Who ran the mills?", MILL),
        ("Why us?", MILL),
    ],
)
def test_an_ordinary_word_that_is_in_a_companys_name_binds_nothing(wording: str, company: int) -> None:
    assert not is_bound(wording, company)


def test_what_two_companies_asked_is_bound_to_neither() -> None:
    assert is_bound("What would you change about our app?", MAGAZINE)
    assert not is_bound("What would you change about our app?", MAGAZINE, BANK)


def test_two_applications_at_one_company_are_one_company() -> None:
    again = replace(
        BOOK,
        applications=(*BOOK.applications, application(5, company=" INKPUDDLE ")),
        interviews=(*BOOK.interviews, interview(5, application_id="ap-5")),
    )

    assert is_bound("What would you change about our magazine?", MAGAZINE, 5, book=again)


def test_the_name_of_another_company_binds_nothing() -> None:
    assert not is_bound("Would Inkpuddle hire you again?", BANK)


def test_a_name_that_is_in_the_notes_on_two_companies_is_no_product() -> None:
    elsewhere = replace(
        BOOK, applications=(*BOOK.applications[:2], application(MILL, company="Mill", notes="They print Nightjar."))
    )

    assert not is_bound("How would you grow Nightjar?", MAGAZINE, book=elsewhere)


def test_a_topic_is_judged_by_the_words_that_are_shown() -> None:
    asked = question(1, of=MAGAZINE, text="What would you change about our magazine?", topic_id="tp-1")
    book = replace(BOOK, questions=(asked,), topics=(topic(1, text="What would you change about the product?"),))
    card = cards(book)[0]

    assert CompanyBinding(book).bound_to(card) is None


OURS = question(1, of=MAGAZINE, text="What would you change about our magazine?")


def suits(asked: Question, company: str | None, **changes: object) -> bool:
    book = replace(BOOK, questions=(asked,), **changes)  # type: ignore[arg-type]
    return CompanyBinding(book).fits_company(cards(book)[0], company)


def test_before_an_interview_at_a_bank_our_magazine_is_not_asked() -> None:
    assert not suits(OURS, "deutsche stadtbank ag")


def test_before_the_next_round_at_the_magazine_it_is() -> None:
    assert suits(OURS, "inkpuddle")


def test_before_an_interview_at_a_company_that_is_not_known_no_bound_question_is_asked() -> None:
    assert not suits(OURS, "")


def test_with_no_interview_coming_a_bound_question_rests_once_the_application_is_over() -> None:
    over: tuple[Application, ...] = (application(MAGAZINE, company="Inkpuddle", status="rejected"),)

    assert suits(OURS, None)
    assert not suits(OURS, None, applications=over)
    assert suits(OURS, None, applications=(*over, application(5, company="Inkpuddle", status="applied")))


def test_a_bound_question_whose_company_is_gone_is_not_asked_elsewhere() -> None:
    gone: tuple[Interview, ...] = ()

    assert not suits(OURS, "deutsche stadtbank ag", interviews=gone)
    assert suits(OURS, None, interviews=gone)


def test_what_was_prepared_for_the_company_is_its_own() -> None:
    prepared = Question(id="qu-1", application_id="ap-2", text="Why our bank?", prepared=True, asked_by="them")

    assert suits(prepared, "deutsche stadtbank ag")
    assert not suits(prepared, "inkpuddle")
