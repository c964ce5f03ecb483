"""A message reaches the person's own mail program as it was written."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.exchange.mail import LONG_LINK, WORK_ACCOUNT_CAUTION, mail_file, mail_link, plain_address

BODY = "Dear Zoë,\n\nthank you & your team: 100 % + more?\nGrüße\n  indented #1"


def opened(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(content: bytes) -> str:
    return str(opened(content).get_content()).replace("\r\n", "\n").rstrip("\n")


def test_a_link_survives_umlauts_line_breaks_and_signs_with_a_meaning() -> None:
    link = mail_link("zoe@müller.example", "Thanks & 100 %?", BODY)
    parts = urlsplit(link.url)
    fields = parse_qs(parts.query, strict_parsing=True)

    assert unquote(parts.path) == "zoe@müller.example"
    assert fields == {"subject": ["Thanks & 100 %?"], "body": [BODY.replace("\n", "\r\n")]}


def test_a_link_is_plain_ascii_with_lines_by_crlf_and_no_plus_for_a_space() -> None:
    url = mail_link("a@b.example", "a b", "one\r\ntwo\rthree\nfour").url

    assert url == "mailto:a@b.example?subject=a%20b&body=one%0D%0Atwo%0D%0Athree%0D%0Afour"


def test_an_address_cannot_add_fields_to_a_link() -> None:
    assert mail_link("a@b.example?bcc=evil@c.example", "s", "b").url == "mailto:?subject=s&body=b"
    assert "&bcc=" not in mail_link("a@b.example", "s&bcc=evil@c.example", "b&bcc=x").url
    assert "%0D" not in mail_link("a@b.example", "s\r\nBcc: evil@c.example", "b").url.split("&body=")[0]


def test_a_very_long_link_warns_that_it_may_be_cut_off() -> None:
    link = mail_link("a@b.example", "s", "x" * LONG_LINK)

    assert "Copy the text" in link.note
    assert mail_link("a@b.example", "s", "short").note == ""


def test_without_an_address_the_line_to_stays_empty_and_it_is_reported() -> None:
    assert mail_link("", "s", "b").note == "No email address is noted, so the line To is left empty."
    assert "isn't an email address" in mail_file("Ada", "ask at the desk", "s", "b").note


def test_a_file_is_an_unsent_draft_in_utf8() -> None:
    content = mail_file("Zoë Müller", "zoe@m.example", "Grüße", BODY).content
    message = opened(content)

    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Grüße"
    assert text_of(content) == BODY
    assert message.get_content_charset() == "utf-8"


@pytest.mark.parametrize(
    "name", ['Robert "Bob" Smith, Jr.', "Okafor, Ada", "ליאת כהן", "O'Neill <x@y.example>", "名前", "a\\b"]
)
def test_a_name_with_commas_quotes_or_another_script_stays_one_name(name: str) -> None:
    [address] = opened(mail_file(name, "a@b.example", "s", "b").content)["To"].addresses

    assert (address.display_name, address.addr_spec) == (name, "a@b.example")


@pytest.mark.parametrize(
    "text", ["Ada\r\nBcc: evil@c.example", "Ada\nBcc: evil@c.example", "Ada\u2028Bcc: evil@c.example", "Ada\x00\x0b"]
)
def test_a_name_or_subject_with_a_line_break_cannot_add_a_header(text: str) -> None:
    message = opened(mail_file(text, "a@b.example", text, "b").content)

    assert "Bcc" not in message
    assert len(message["To"].addresses) == 1


def test_marks_that_turn_the_writing_direction_are_taken_out_of_headers() -> None:
    message = opened(mail_file("\u202eadA", "a@b.example", "\u202es", "b").content)

    assert message["Subject"] == "s"
    assert message["To"].addresses[0].display_name == "adA"


def test_half_of_a_surrogate_pair_does_not_stop_the_message() -> None:
    assert mail_link("a@b.example", "\ud800", "\ud800").url.endswith("body=%3F")
    assert text_of(mail_file("\ud800", "a@b.example", "s", "\ud800").content) == "?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@b.example", "a@b.example"),
        (" Ada <a@b.example> ", "a@b.example"),
        ("zoe@müller.example", "zoe@müller.example"),
        ("a@b", ""),
        ("a@b.example, c@d.example", ""),
        ("a b@c.example", ""),
        ("a@b.example\nBcc: x@y.example", ""),
        ("", ""),
    ],
)
def test_only_one_plain_address_is_taken(text: str, expected: str) -> None:
    assert plain_address(text) == expected


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_any_text_makes_one_link_and_one_message_with_the_same_three_headers(
    name: str, subject: str, body: str
) -> None:
    assert mail_link("a@b.example", subject, body).url.isascii()
    headers = set(opened(mail_file(name, "a@b.example", subject, body).content).keys())

    assert headers == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}


def test_the_files_name_is_a_plain_one() -> None:
    assert mail_file('../Ada "x"', "", "s", "b").name == "Message to Ada x.eml"
    assert mail_file("", "", "s", "b").name == "Message.eml"


def test_the_caution_names_the_work_account() -> None:
    assert "work account" in WORK_ACCOUNT_CAUTION


def test_an_address_with_an_umlaut_in_its_domain_goes_out_in_the_form_that_servers_know() -> None:
    assert opened(mail_file("Zoë", "zoe@müller.example", "s", "b").content)["To"].addresses[0].addr_spec == (
        "zoe@xn--mller-kva.example"
    )


def test_an_address_with_an_umlaut_before_the_at_is_in_the_link_and_named_beside_the_file() -> None:
    assert unquote(mail_link("zoë@b.example", "s", "b").url).startswith("mailto:zoë@b.example?")
    file = mail_file("Zoë", "zoë@b.example", "s", "b")

    assert "type zoë@b.example into" in file.note
    assert opened(file.content)["To"] is None
