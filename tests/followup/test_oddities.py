"""A sentence that was built from pieces of a note is found before it goes out."""

import pytest

from lib.followup.proofreading.oddities import check_oddities


def odd(text: str) -> list[str]:
    return [text[slice(*finding.where)] for finding in check_oddities(text, "body")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It was helpful to hear about 2pm today w/.", "w/"),
        ("It was good to talk about Denise (), 30ish min.", "()"),
        ("I forgot to mention didn't ask about the union.", "to mention didn't"),
        ("I didn't get to mention told the brunch story.", "to mention told"),
        ("It was good to talk about told her the story.", "talk about told"),
        ("It was helpful to hear about with Denise.", "hear about with"),
        ("Thank you for the tour of with the team.", "of with"),
        ("I'm sending you Ingrid the pic of my cert.", "sending you Ingrid the "),
        ("I'm sending you the drop my old certs in by friday.", "the drop my"),
        ("I'm sending you the thank Priya for rescheduling.", "the thank Priya"),
        ("I'm sending you the Priya to send the task.", "sending you the Priya to "),
        ("I'm sending you the I owe them: exam transcript.", "I owe them:"),
    ],
)
def test_a_sentence_made_of_pieces_reads_oddly(sentence: str, words: str) -> None:
    assert odd(f"Dear Denise,\n\nThank you for today. {sentence}\n\nBest,\nGrace") == [words]


def test_the_finding_shows_the_whole_sentence() -> None:
    (finding,) = check_oddities(
        "Dear Denise,\n\nThank you. It was good to hear about w/ (service).\n\nBest,\nGrace", "body"
    )
    assert finding.what == "This sentence reads oddly: “It was good to hear about w/ (service).”"


@pytest.mark.parametrize(
    "sentence",
    [
        "The team I worked with at Northgate was small.",
        "The ward you told me about didn't have one.",
        "The rota we talked about was helpful.",
        "What you mentioned was helpful.",
        "The person I spoke with by phone was kind.",
        "That is something to talk about in our next call.",
        "The tool is made of by-products (mostly).",
        "It was helpful to hear about 24/7 cover.",
        "I'm sending you the drop-off times, and thank you for the call.",
        "I'm sending you the Figma link, as promised.",
        "I'll send you the share of the costs. I owe you a coffee.",
    ],
)
def test_a_good_sentence_is_left_alone(sentence: str) -> None:
    assert odd(f"Dear Denise,\n\n{sentence}\n\nBest,\nGrace") == []


def test_a_subject_that_names_who_gets_it_reads_oddly() -> None:
    (finding,) = check_oddities("Ingrid the pic of my EMD cert, as promised", "subject")
    assert finding.check == "odd"
