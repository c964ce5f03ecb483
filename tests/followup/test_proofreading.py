"""Before a message goes out it is read once more; what is found is advice with its place and its reason (T5)."""

from dataclasses import replace
from time import process_time

import pytest

from lib.followup.messages import Message, draft_message
from lib.followup.proofreading import LetterContext, LetterFinding, check, likeness, reading_of
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

ADA = gather(WORKBOOK, TODAY, interview_id="iv-k1", person_id="pe-ada")
BEN = gather(WORKBOOK, TODAY, interview_id="iv-k1", person_id="pe-ben")
READING = reading_of(WORKBOOK, ADA)
GOOD = (
    "Dear Ada,\n\nThank you for talking with me about billing and streaming. I learned a lot about the Data "
    "Analyst role at Kestrel Mills.\n\nKind regards,\nGrace Moreno"
)


def note(
    body: str, subject: str = "", kind: str = "thank_you", channel: str = "email", to: str = "Ada Okafor"
) -> Message:
    return Message(kind, channel, to, subject, body)  # type: ignore[arg-type]


def found(body: str, reading: LetterContext = READING, **message: str) -> list[tuple[str, str]]:
    """Which checks found something, and the words that they point at."""
    read = note(body, **message)
    texts = {"subject": read.subject, "body": read.body}
    return [(finding.check, texts[finding.part][slice(*finding.where)]) for finding in check(read, reading)]


def about(body: str, name: str, reading: LetterContext = READING, **message: str) -> list[str]:
    return [words for check_name, words in found(body, reading, **message) if check_name == name]


def test_a_good_note_is_left_alone_t5() -> None:
    assert found(GOOD, subject="Thank you for our conversation") == []


@pytest.mark.parametrize("left", ["[your name]", "{{ name }}", "{% if x %}", "<first name>", "____", "XXX"])
def test_a_blank_or_template_mark_left_over_is_found_t5(left: str) -> None:
    assert about(GOOD.replace("a lot", left), "blank") == [left]


def test_a_blank_in_the_subject_is_found_there_t5() -> None:
    finding = check(note(GOOD, subject="About [the role]"), READING)[0]

    assert (finding.check, finding.part, finding.where) == ("blank", "subject", (6, 16))


def test_my_own_job_and_employer_in_the_signature_are_mine_and_no_other_company_s() -> None:
    mine = replace(ADA, signature="Grace Moreno\nOperations Lead, Brightwater")
    reading = reading_of(WORKBOOK, mine)
    signed = GOOD.replace("Grace Moreno", mine.signature)

    assert found(signed, reading) == []
    assert about(signed.replace("a lot", "a lot at Brightwater"), "other_company", reading) == ["Brightwater"]
    assert found(signed.replace("Kind regards,", "So long!"), reading) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I recieve the", "I receive the"),
        ("Seperate things", "Separate things"),
        ("about about billing", "about billing"),
        ("I like makeing bread", "I like making bread"),
        ("I appriciated the", "I appreciated the"),
        ("Dear Adaa,", "Dear Ada,"),
        ("at Kestrell Mills", "at Kestrel Mills"),
        ("on Monday", "yesterday"),
    ],
)
def test_what_is_certain_comes_with_its_fix(wrong: str, right: str) -> None:
    body = f"Thank you for talking with me {wrong} today." if wrong[0] in "aoI" else f"{wrong} Thank you."
    (fixed,) = {
        body[: finding.where[0]] + finding.fix + body[finding.where[1] :]
        for finding in check(note(body), READING)
        if finding.fix and finding.check in ("spelling", "name", "wrong_day")
    }
    assert right in fixed


def test_a_word_misspelt_twice_is_told_of_once_with_both_places() -> None:
    body = "Dear Ada,\n\nThank you. I like makeing bread, and makeing it well."
    (finding,) = [one for one in check(note(body), READING) if one.check == "spelling"]

    assert [body[slice(*place)] for place in finding.places] == ["makeing", "makeing"]


@pytest.mark.parametrize(
    ("talked", "fix"),
    [
        ("her start as an email rep", "your"),
        ("his team", "your"),
        ("how we both met her at the fair", "you"),
        ("the year she moved here", "you"),
        ("why she is leaving", ""),
    ],
)
def test_a_word_about_the_reader_is_corrected_only_where_it_is_certain(talked: str, fix: str) -> None:
    reading = reading_of(WORKBOOK, replace(ADA, topic=talked))
    body = f"Dear Ada,\n\nThank you for talking with me about {talked}.\n\nKind regards,\nGrace Moreno"

    assert [one.fix for one in check(note(body), reading) if one.check == "third_person"] == [fix]


@pytest.mark.parametrize("word", ["attached", "attaching", "Attachment", "enclosed", "enclose"])
def test_a_word_that_speaks_of_something_attached_reminds_of_attaching_it(word: str) -> None:
    body = GOOD.replace("I learned", f"The CV is {word} here, and the notes are attached too. I learned")

    assert about(body, "attachment") == [word]


@pytest.mark.parametrize("words", ["[the thing itself, a link, or 'attached']", "I attach great importance to it."])
def test_an_open_blank_and_what_is_attached_to_no_mail_remind_of_nothing(words: str) -> None:
    assert about(GOOD.replace("I learned", f"{words} I learned"), "attachment") == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Dear Ada", "Dear Adda"),
        ("Dear Ada", "Dear Ida"),
        ("Dear Ada", "Dear ada"),
        ("Kestrel", "Kestral"),
        ("Kestrel Mills", "Kestrel Milss"),
        ("Analyst", "Analist"),
    ],
)
def test_a_misspelt_name_of_person_company_or_role_is_found_t5(right: str, wrong: str) -> None:
    marked = about(GOOD.replace(right, wrong, 1), "name")

    assert marked == [wrong.split()[-1] if wrong.split()[-1] not in right.split() else wrong.split()[0]]


def test_a_name_without_its_accent_is_found_t5() -> None:
    reading = replace(READING, facts=replace(ADA, person="José Müller"), names=READING.names | {"José", "Müller"})

    assert about(GOOD.replace("Dear Ada", "Dear Jose Muller"), "name", reading) == ["Jose", "Muller"]


def test_a_name_spelled_in_two_ways_is_found_where_it_is_wrong_t5() -> None:
    assert about(GOOD.replace("I learned", "Kestrel is good; Kestrell is good. I learned"), "name") == ["Kestrell"]


def test_a_name_in_a_right_to_left_script_is_read_like_any_other() -> None:
    reading = replace(READING, facts=replace(ADA, person="ליאת כהן"), names=READING.names | {"ליאת", "כהן"})

    assert about(GOOD.replace("Dear Ada", "Dear ליאת"), "name", reading) == []
    assert about(GOOD.replace("Dear Ada", "Dear ליאב"), "name", reading) == ["ליאב"]


def test_a_misspelt_word_of_the_role_is_told_once_t5() -> None:
    assert found(GOOD.replace("Data Analyst", "Data analist")) == [("name", "analist")]


def test_greeting_somebody_else_is_found_t5() -> None:
    finding = check(note(GOOD.replace("Dear Ada", "Dear Chiara")), READING)[0]

    assert (finding.check, finding.why) == ("greeting", "That is Chiara Rossi.")


def test_ordinary_words_near_a_name_are_not_taken_for_it() -> None:
    reading = replace(READING, facts=replace(ADA, person="Will Dean", role="Planner", company="Bell"))

    assert (
        about(
            "Dear Will,\n\nWell, thank you. Mean and deal, planned and planted; all were well. Call me in May.",
            "name",
            reading,
        )
        == []
    )


def test_another_company_by_mistake_is_found_t5() -> None:
    assert about(GOOD.replace("Kestrel Mills", "Brightwater"), "other_company") == ["Brightwater"]


def test_the_role_at_another_company_is_found_t5() -> None:
    assert about(GOOD.replace("Data Analyst", "Operations Lead"), "other_role") == ["Operations Lead"]


def test_a_company_whose_name_is_within_this_ones_is_no_mistake() -> None:
    reading = replace(READING, companies=("Kestrel",))

    assert about(GOOD, "other_company", reading) == []
    assert about(GOOD.replace("Kestrel Mills", "Kestrel"), "other_company", reading) == ["Kestrel"]


def test_a_note_that_names_nothing_of_the_conversation_is_found_t2() -> None:
    assert about(GOOD.replace("billing and streaming", "everything"), "not_theirs")
    assert not about(GOOD, "not_theirs")


def test_where_nothing_is_noted_of_a_conversation_it_shows_that_it_could_not_check_t2() -> None:
    findings = check(note(GOOD), replace(READING, facts=replace(ADA, topic="")))

    assert [finding.what for finding in findings] == [
        "Nothing is noted of what you and Ada Okafor talked about, so this could not be checked."
    ]


FORM = (
    "Dear {name},\n\nThank you very much for the pleasant conversation on Thursday about {topic}. "
    "I remain convinced that the position at Kestrel Mills fits my background in reporting, "
    "and I would be glad to bring my experience to your team, {name}.\n\nKind regards,\nGrace Moreno"
)
OTHER = (
    "Dear Ben,\n\nThank you for your time. Your point that the warehouse joins are slow because nobody owns the schema "
    "has stayed with me; at Northgate we gave each table an owner, and half of the complaints went away within "
    "a month.\n\nBest wishes,\nGrace Moreno"
)


def test_a_form_letter_with_names_and_topics_changed_is_found_t2() -> None:
    theirs = note(FORM.format(name="Ben", topic="slow joins"), to="Ben Lindqvist")
    mine = note(FORM.format(name="Ada", topic="moving the billing to streaming"))
    [finding] = [finding for finding in check(mine, replace(READING, others=(theirs,))) if finding.check == "too_alike"]

    assert finding.pair is not None
    assert finding.pair.share > 0.8
    assert finding.pair.to == "Ben Lindqvist"
    shared = [finding.pair.mine[slice(*mark)] for mark in finding.pair.mine_marks]
    assert "Thank you very much for the pleasant conversation on Thursday about" in shared[0]
    assert not any("billing" in words or "Kind regards" in words for words in shared)
    assert theirs.body[slice(*finding.pair.theirs_marks[0])] == shared[0]


def test_a_form_letter_is_one_whatever_the_names_in_it_t2() -> None:
    form = "Dear {0},\n\nThank you, {0}, for today. With {0} to learn from, {0}, I am glad. Farewell, {0}, till then."
    mine, theirs = note(form.format("Ada")), note(form.format("Chiara"), to="Chiara Rossi")

    assert likeness(mine, theirs, READING).share == 1.0


def test_sentences_in_another_order_are_still_a_form_letter_t2() -> None:
    first, second = (
        FORM.split(". ", 1)[0].split("\n\n")[1] + ".",
        "I remain convinced that this fits my background in reporting.",
    )
    mine, theirs = note(f"Dear Ada,\n\n{first} {second}"), note(f"Dear Ben,\n\n{second} {first}", to="Ben Lindqvist")

    assert likeness(mine, theirs, READING).share > 0.8


def test_two_genuinely_different_notes_are_not_a_form_letter_t2() -> None:
    assert (
        likeness(note(FORM.format(name="Ada", topic="billing")), note(OTHER, to="Ben Lindqvist"), READING).share < 0.2
    )


@pytest.mark.parametrize("kind", ["thank_you", "connect"])
def test_the_drafts_of_one_evening_do_not_read_alike_t2(kind: str) -> None:
    channel = "linkedin" if kind == "connect" else "email"
    mine = draft_message(kind, channel, ADA)  # type: ignore[arg-type]
    theirs = draft_message(kind, channel, BEN)  # type: ignore[arg-type]

    assert likeness(mine, theirs, READING).share < 0.25


def test_a_second_note_to_the_same_person_is_not_compared() -> None:
    assert not about(GOOD, "too_alike", replace(READING, others=(note(GOOD),)))


@pytest.mark.parametrize(("premium", "limit"), [(False, 200), (True, 300)])
def test_an_invitation_over_linkedins_limit_is_found_t6(premium: bool, limit: int) -> None:
    body = "Hi Ada, thank you for the talk about billing and streaming. ".ljust(limit + 5, "x")
    reading = replace(READING, premium=premium)

    assert about(body, "too_long", reading, kind="connect", channel="linkedin") == ["x" * 5]
    assert not about(body[:limit], "too_long", reading, kind="connect", channel="linkedin")


@pytest.mark.parametrize(("channel", "limit"), [("card", 600), ("message", 500), ("email", 1800)])
def test_a_message_too_long_for_its_channel_is_found_t5(channel: str, limit: int) -> None:
    body = (GOOD + " And more.").ljust(limit, ".")

    assert not about(body, "too_long", channel=channel)
    assert about(body + "x", "too_long", channel=channel) == ["x"]


def test_notes_for_a_call_may_have_any_length() -> None:
    assert not about(GOOD * 20, "too_long", channel="phone")


def test_a_thank_you_without_thanks_is_found_t5() -> None:
    assert about(GOOD.replace("Thank you for", "I enjoyed"), "no_thanks") == [""]


def test_thanks_that_wear_thin_are_found_t5() -> None:
    assert about(GOOD.replace("Kind", "Thanks! Thank you again! Kind"), "many_thanks") == ["Thank"]


@pytest.mark.parametrize(
    "phrase",
    [
        "as soon as possible",
        "ASAP",
        "I am still waiting for",
        "Please reply by Friday",
        "I have not heard back",
        "I need an answer",
    ],
)
def test_a_pressing_phrase_is_found_t5(phrase: str) -> None:
    assert about(f"{GOOD}\n{phrase}.", "pressing")


@pytest.mark.parametrize(
    "phrase",
    [
        "Sorry to bother you",
        "I apologise",
        "I know you are busy",
        "I hope I am not bothering you",
        "I was just wondering",
    ],
)
def test_an_apologetic_phrase_is_found_t5(phrase: str) -> None:
    assert about(f"{GOOD}\n{phrase}.", "apologetic")


def test_interest_is_found_where_the_debrief_has_none_b1() -> None:
    reading = replace(READING, facts=replace(ADA, stance="none"))
    body = GOOD.replace("I learned", "I am very interested in it. I learned")

    assert about(body, "claimed_interest", reading) == ["very interested in"]
    assert not about(body, "claimed_interest")


def test_a_note_of_yesterday_with_the_word_today_is_found() -> None:
    assert about(GOOD.replace("with me", "with me today"), "wrong_day") == ["today"]
    assert about(GOOD.replace("with me", "with me on Tuesday"), "wrong_day") == ["on Tuesday"]
    assert not about(GOOD.replace("with me", "with me yesterday"), "wrong_day")
    assert not about(GOOD.replace("with me", "with me on Thursday"), "wrong_day")


def test_a_word_of_the_notes_that_speaks_of_the_reader_is_found() -> None:
    reading = replace(READING, facts=replace(ADA, topic="her first winter at the depot"))
    told = GOOD.replace("a lot", "of her first winter at the depot")

    assert about(told, "third_person", reading) == ["her"]
    assert not about(told.replace("her first", "your first"), "third_person", reading)
    assert not about(GOOD.replace("a lot", "what her team does"), "third_person")


def test_findings_come_in_the_order_of_the_text_each_with_a_reason() -> None:
    findings = check(note(GOOD.replace("a lot", "alot").replace("Dear", "Deer"), subject="[x y]"), READING)

    assert findings[0].part == "subject"
    assert [finding.where for finding in findings[1:]] == sorted(finding.where for finding in findings[1:])
    assert all(isinstance(finding, LetterFinding) and finding.why.endswith((".", "?")) for finding in findings)


def test_an_empty_message_and_an_empty_workbook_are_read_without_an_error() -> None:
    assert [finding.check for finding in check(note(""), LetterContext(facts=gather(WORKBOOK, TODAY)))] == ["no_thanks"]


@pytest.mark.parametrize(
    "body",
    [
        "a" * 100_000,
        "lorem ipsum dolor " * 5_000,
        "[ " * 20_000,
        "{{" * 5_000,
        "\n" * 20_000,
        "x/" * 30_000,
        "dear " * 9_000,
        "with at " * 12_000,
    ],
)
def test_a_text_of_any_length_and_shape_is_read_in_a_moment(body: str) -> None:
    began = process_time()

    assert check(note(body), READING)
    assert process_time() - began < 10  # 1 s on a slow machine; the square of the whole text takes minutes


def with_notes(notes: str, role: str = "Data Analyst") -> LetterContext:
    (interview,) = WORKBOOK.interviews
    applications = (WORKBOOK.applications[0].changed(role=role), *WORKBOOK.applications[1:])
    book = replace(WORKBOOK, interviews=(interview.changed(private_note=notes),), applications=applications)
    return reading_of(book, gather(book, TODAY, interview_id="iv-k1", person_id="pe-ada"))


@pytest.mark.parametrize("word", ["dispo", "sched", "intercos", "codings"])
def test_a_word_of_my_own_notes_is_known(word: str) -> None:
    text = GOOD.replace("a lot", f"about the {word}")

    assert about(text, "spelling") == [word]
    assert about(text, "spelling", with_notes(f"they want {word} too")) == []
    assert about(text, "spelling", with_notes("", role=f"{word} lead")) == []


def test_a_long_word_of_my_notes_that_is_one_slip_from_another_is_told_without_a_button() -> None:
    reading = with_notes("asked about maintenence")
    (finding,) = check(note(GOOD.replace("a lot", "about maintenence")), reading)

    assert finding.what == "'maintenence' may be misspelt. Perhaps 'maintenance'?"
    assert finding.fix == ""


def test_a_common_slip_is_told_even_if_my_notes_have_it() -> None:
    (finding,) = check(note(GOOD.replace("a lot", "what I recieved")), with_notes("recieved it late"))

    assert finding.fix == "received"
