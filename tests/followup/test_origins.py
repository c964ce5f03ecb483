"""Where each sentence of a letter comes from."""

from dataclasses import replace

from lib.followup.messages import draft_message
from lib.followup.origins import origins
from tests.day_first import gather
from tests.followup.debriefs import TODAY, WORKBOOK

FACTS = gather(WORKBOOK, TODAY, interview_id="iv-k1", person_id="pe-ada")
NOTE = draft_message("thank_you", "email", FACTS)


def sources(body: str, template: str = "") -> dict[str, str]:
    found = origins(replace(NOTE, body=body), FACTS, template=template)
    return {origin.sentence: origin.source for origin in found}


def source_of(words: str) -> str:
    (source,) = (source for sentence, source in sources(NOTE.body).items() if words in sentence)
    return source


def test_a_sentence_names_the_note_that_it_is_from() -> None:
    assert "notes on Ada Okafor: “Moving the billing" in source_of("nightly batches")
    assert "said about yourself there: “Cut the reporting time" in source_of("As I mentioned")
    assert "forgot to mention: “That I set up the alerting" in source_of("forgot to mention")
    assert "How much you want this job" in source_of("really like this job")


def test_what_claims_nothing_is_afterwords_wording() -> None:
    assert source_of("I think that would be useful in this role.").startswith("What you said about yourself")
    call = draft_message("thank_you", "phone", FACTS)
    (minute,) = (found.source for found in origins(call, FACTS) if "only take a minute" in found.sentence)
    assert "claims nothing" in minute


def test_typed_words_are_my_own_and_those_of_my_template_its() -> None:
    assert sources("Dear Ada,\n\nSee you on Mars.")["See you on Mars."] == "Your own words."
    own = "Dear Ada,\n\nSee you on Mars."
    assert sources(own, template=own)["See you on Mars."] == "Your own template."
