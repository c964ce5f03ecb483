"""What does proofreading find, and what does it doubt that is right? ``python -m benchmarks.proofreading``.

Over texts of our own writing in benchmarks/letters: sentences of letters with one slip each, marked by brackets, thirty
from which the patterns in letter_slips.py were made and thirty held out; good English letters of other trades; the
app's own letters, every kind in every channel over many sets of facts; good letters in other languages, and misspelt
words of each.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from spellchecker import SpellChecker

from benchmarks.tables import table
from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.kinds import MESSAGES, TASK_KINDS
from lib.followup.messages import draft_message
from lib.followup.proofreading import LetterContext, LetterFinding, LetterPart
from lib.followup.proofreading.grammar import check_grammar, slips
from lib.followup.proofreading.languages import other_language
from lib.followup.proofreading.letter_slips import letter_slips
from lib.followup.proofreading.spelling import check_spelling, check_words, english
from lib.followup.proofreading.words import prose_words
from lib.records.vocabulary import Language, words
from tests.copy_listing.letters import FULL, others

LETTERS = Path(__file__).parent / "letters"
NOTHING_KNOWN = LetterContext(Facts(today=FULL.today, dates=DAY_FIRST))

Checker = Callable[[str], list[LetterFinding]]


def spelling(text: str, part: LetterPart = "body") -> list[LetterFinding]:
    return list(check_spelling(text, part, NOTHING_KNOWN, english()))


def grammar(text: str, part: LetterPart = "body") -> list[LetterFinding]:
    return list(check_grammar(text, part, NOTHING_KNOWN))


def marked(name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each sentence of a file with a slip, and where the slip is."""
    for line in (LETTERS / f"{name}.txt").read_text("utf-8").splitlines():
        before, rest = line.split("[")
        slip, after = rest.split("]")
        yield before + slip + after, (len(before), len(before) + len(slip))


def finds(check: Checker, text: str, where: tuple[int, int]) -> bool:
    """Whether a finding touches the slip."""
    return any(one.where[0] < where[1] and where[0] < one.where[1] for one in check(text))


def drafts() -> Iterator[tuple[str, LetterPart]]:
    """The subjects and texts of all letters of the app."""
    for facts in (FULL, *others()):
        for kind in MESSAGES:
            for channel in TASK_KINDS[kind].channels:
                message = draft_message(kind, channel, facts)
                yield message.subject, "subject"
                yield message.body, "body"


def by_pattern(text: str) -> list[LetterFinding]:
    return [LetterFinding("grammar", "body", where, means, why) for where, means, why in letter_slips(text)]


def of_slips(name: str) -> None:
    sentences = list(marked(name))
    checks = {"spelling": spelling, "grammar": grammar, "of which by a pattern of our own": by_pattern}
    found = {told: [text for text, where in sentences if finds(check, text, where)] for told, check in checks.items()}
    both = {*found["spelling"], *found["grammar"]}
    print(f"\nFound, of {len(sentences)} slips in benchmarks/letters/{name}.txt.\n")
    table(("check", "found"), [(told, str(len(texts))) for told, texts in (*found.items(), ("all", both))])
    print("\nMissed:\n\n" + "\n".join(f"- {text}" for text, _ in sentences if text not in both))


def of_good_english() -> None:
    made = list(drafts())
    doubts = [text[slice(*one.where)] for text, part in made for one in grammar(text, part)]
    print(f"\nGrammar doubted {len(doubts)} times in {len(made) // 2:,} letters of the app {sorted(set(doubts))}.")
    text = (LETTERS / "english.txt").read_text("utf-8")
    for check in (spelling, grammar):
        doubted = [text[slice(*one.where)] for one in check(text)]
        print(f"In {len(text.split())} good words of other trades {check.__name__} doubted {len(doubted)}: {doubted}.")


def of_other_languages() -> None:
    rows = []
    misspelt = dict(line.split(": ") for line in (LETTERS / "other_slips.txt").read_text("utf-8").splitlines())
    for language in words(Language):
        started = process_time()
        speller = other_language(language)  # type: ignore[arg-type]
        loaded = process_time() - started
        text = (LETTERS / f"{language}.txt").read_text("utf-8")
        doubted = [text[slice(*one.where)] for one in check_words(text, "body", NOTHING_KNOWN, speller)]
        wrong = misspelt[language].split()
        missed = [word for word in wrong if speller.knows(word)]
        found = f"{len(wrong) - len(missed)} of {len(wrong)}"
        good = f"{len(doubted)} of {len(prose_words(text))}"
        rows.append((language, good, ", ".join(doubted), found, ", ".join(missed), f"{loaded:.1f} s"))
    print("\nOther languages.\n")
    table(("language", "doubted of good words", "which", "found of misspelt words", "missed", "loads in"), rows)
    text, known = (LETTERS / "spanish.txt").read_text("utf-8"), SpellChecker(language="es")
    strange = [word for word in prose_words(text) if word.text.lower() not in known]
    print(f"\nLeft out: Spanish, of whose good words the list doubts {len(strange)} of {len(prose_words(text))}.")


def of_time() -> None:
    texts = [text for text, part in drafts() if part == "body"][:200]
    started = process_time()
    for text in texts:
        slips.__wrapped__(text)
    print(f"\nGrammar takes {(process_time() - started) / len(texts) * 1000:.1f} ms of processor time a letter.")


if __name__ == "__main__":
    started = process_time()
    grammar("Is it loaded?")
    loading = process_time() - started
    of_slips("english_slips")
    of_slips("english_slips_held_out")
    of_good_english()
    of_other_languages()
    of_time()
    print(f"Before the first letter it loads, once, for {loading:.1f} s of processor time.")
