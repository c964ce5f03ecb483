"""All that a person can read is plain English: none of the old phrases comes back, in no room, letter, error or file.
Nor do docstrings and comments fall back into theirs.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.copy_listing import KEPT
from tests.prose import prose

INSTEAD: Mapping[str, tuple[str, ...]] = {
    "80%, without a space": (r"\d %",),
    "likely between 6% and 19%": (
        r"% interval",
        r"\(80% ",
    ),
    "a question such as: How likely is a yes?": (
        r"\bin percent\b",
        r"\d percent\b",
    ),
    "is, are, is stored": (
        r"\b(?:lies?|lay|lain) (?:in|here|there|ahead|beside|outside|inside|before|where|at)\b",
        r"\bwords lie\b",
        r"\bfiles lie\b",
    ),
    "is, shows": (
        r"\bstands? (?:in|under|here|there|as|still|already|apart|alone|behind|side by side)\b",
        r"\bstood in\b",
    ),
    "moved on; more often in interviews that moved on": (
        r"\bgoes? along\b",
        r"\bwent with it\b",
        r"\bled on\b",
    ),
    "is; Fit 75/100; how this is calculated": (
        r"\bcomes? to \d",
        r"\bcomes? to the same\b",
        r"\bcome about\b",
    ),
    "also": (r"\bbesides\b",),
    "before, in advance": (r"\bbeforehand\b",),
    "is about": (
        r"\bis put at\b",
        r"\bput at about\b",
    ),
    "what; its, their, your own": (
        r"\bthat which\b(?! who)",
        r"\bof (?:one|its|their) own\b",
    ),
    "Likely real, Could be chance, Too early to tell": (
        r"\bunproven\b",
        r"\bestablished\b",
        r"\bworth a look\b",
        r"\bcounted, not judged\b",
        r"\bwhat can be said\b",
    ),
    "Too early to tell: 3 of 6 ratings needed.": (
        r"\bnot enough to say\b",
        r"\bnot known yet\b",
        r"\bhas met its answer\b",
        r"\bhave met (?:its|their) answers?\b",
    ),
    "review": (r"\blook(?:s|ed|ing)? back on\b",),
    "to do": (r"\bowed\b",),
    "who": (r"\bwhom\b",),
    "you": (r"\byou two\b",),
    "Saved at 22:14; Unfinished": (
        r"\bas you write\b",
        r"\blast kept\b",
        r"\bbegun and not saved\b",
        r"\bbegun anew\b",
    ),
    "When …? What's the next step?": (
        r"\bdid they name\b",
        r"\bthey named\b",
        r"^(?:field: )?by when\b",
        r"\bon which day\b",
        r"\bsince which day\b",
    ),
    "What was the outcome?": (
        r"\bwhat became of\b",
        r"\bwhat came of\b",
    ),
    "hardest first; in order": (
        r"\bthe worst first\b",
        r"\bin the order (?:they came|in which)\b",
    ),
    "say about yourself, say about it": (
        r"\b(?:claim(?:ed)?|said|say) of (?:your|my|one)self\b",
        r"\bsay of\b",
        r"\bsaid of\b",
    ),
    "What did you learn?": (r"\bwhat (?:does|did) it teach\b",),
    "How did it go?": (
        r"\beach side of\b",
        r"\bhow did it come\b",
        r"\bit came\b(?! up)",
    ),
    "Anything you forgot to mention?": (
        r"\bleave unsaid\b",
        r"\bleft unsaid\b",
    ),
    "Add more; Saved. You can stop here.": (
        r"\bcame to mind\b",
        r"\bthat is all for\b",
    ),
    "Planned for Wed 25 Nov; Still worth sending; no need to write before; You can still": (
        r"\bwas meant for\b",
        r"\blate beats none\b",
        r"\bquiet until\b",
        r"\bin your hands\b",
    ),
    "withdraw": (r"\bstep(?:ped)? back\b",),
    "Snoozed, Done recently, Add to calendar, Pause reminders, Do this, Dismiss": (
        r"\bput off\b",
        r"\bsettled\b",
        r"\btake it into\b",
        r"\brest for\b",
        r"\btake it up\b",
        r"\blet it go\b",
        r"\blet go\b",
        r"^(?:button: )?say it$",
    ),
    "Your search; optional; Don't show this again": (
        r"\bthe search goes on\b",
        r"\bnever due\b",
        r"\bfor good\b",
        r"\bput it aside\b",
        r"\bset it aside\b",
        r"\bset aside\b",
    ),
    "Edit, Continue, Delete, Export, Import, Moved on": (
        r"^(?:button|option|link): (?:Correct|Go on|Take it out|Take out|Bring in|Advanced|It is this one)$",
    ),
    "Tell Dr. Krähwinkel what to expect": (r"\bbrief (?:‹person›|Dr)",),
    "Current job; Not signed yet": (
        r"\bpresent job\b",
        r"\bnot (?:yet a|a) job\b",
    ),
    "Must-haves; Below your must-have: manager": (
        r"\bwhat it must have\b",
        r"\bmisses the\b",
    ),
    "Yearly pay; per year": (
        r"\bby the year\b",
        r"\bby year\b",
    ),
    "depend on; argument; your goals": (
        r"\bhangs? on\b",
        r"\bgrounds? (?:to|is|of)\b",
        r"\bwhat ground\b",
        r"\bspeaks? to (?:it|this|these|‹)",
    ),
    "What's the status?": (r"\bwhere does it stand\b",),
    "Recruiter call": (r"\brecruiter screen\b",),
    "a goal for this week": (r"\b(?:an|your|my|the|one) aim\b",),
    "repair; undo": (
        r"\bput right\b",
        r"\bnothing but repairs\b",
        r"\btaken back\b",
    ),
    "What would change the result?": (
        r"\bputs? another one first\b",
        r"\bturns over\b",
        r"\bleads by what is known\b",
    ),
    "picked to help most; Forgot, Hard, OK, Easy": (
        r"\bchosen by how much\b",
        r"\bwith effort\b",
        r"\bpicked by how\b",
    ),
    "Sample data; This is already fixed.": (
        r"\bsample workbook\b",
        r"\bnothing here is yours\b",
        r"\bnothing is wrong any more\b",
    ),
    "Search; Show as table; Update the scores": (
        r"\bfind any word\b",
        r"\bthe same numbers as a table\b",
        r"\bscore it again\b",
    ),
    "Reminders skip weekends and German holidays.": (
        r"\bbusiness days are\b",
        r"\bpublic holidays of\b",
    ),
    "Your guesses add up: 20 yeses expected, 21 came.": (
        r"\bsingle forecasts less\b",
        r"\bexpected to come true\b",
        r"\bcame true\b",
        r"\bhave done so\b",
        r"\bsilences\b",
    ),
    "Step 2 of 5; Which interview was it? Do you want this job?": (
        r"\bscreen \d of \d",
        r"\bwhich one, and do you want it\b",
    ),
    "Which were hard? Tap them. What do you wish you'd said?": (
        r"\bleave the others\b",
        r"\bdo you wish you had said\b",
    ),
    "They check my references": (r"\bthey ask my references\b",),
    "9 to do": (r"\bthings are open\b",),
    "Progress; Shows up after 5 interviews with an outcome.": (
        r"\bdo the interviews say\b",
        r"\bthey are judged\b",
    ),
    "How far you get, Yes and no compared, In your words, Looking back, Before the next round, Your practice": (
        r"^(?:button|option|link|heading|tab|title): (?:How far|Yes and no|My words|The search|Rounds|So far)$",
    ),
    "Try different weights": (r"\bcounted more, or less\b",),
    "7 terms to ask about": (r"\b(?:is|are) still to ask\b",),
    "Score this job": (r"\bhow well does it fit\b",),
    "43 interviews": (r"\d interviews? of (?:\d|‹)",),
}
"""What to write instead of what is out of use, that as patterns: with or without capitals."""


def banned(lines: Iterable[str]) -> list[str]:
    """Each line that holds a phrase out of use, with what to write instead."""
    return [
        f"{line}\n    has “{found.group()}”: write {instead}"
        for line in lines
        for instead, patterns in INSTEAD.items()
        for pattern in patterns
        if (found := re.search(pattern, line, re.IGNORECASE))
    ]


def said_in(name: str) -> list[str]:
    """What a file of the listing holds."""
    lines = (KEPT / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("== ")]


LISTED = sorted(path.relative_to(KEPT).with_suffix("").as_posix() for path in KEPT.rglob("*.txt"))


@pytest.mark.parametrize("name", LISTED)
def test_the_app_keeps_to_plain_words(name: str) -> None:
    assert banned(said_in(name)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Where your words lie",
        "Evidence goes along with the answer.",
        "About 13 % never answer.",
        "button: Go on",
        "Who is owed what",
        "It comes to 75 of 100.",
        "Whom did you meet?",
        "An afternoon start, unproven.",
        "Where does it stand?",
        "On what ground?",
        "Until people.csv is put right, nothing but repairs is written.",
        "To look back on Monday 21 December.",
        "The search goes on. Besides, six applications are open.",
        "Brief ‹person›",
        "Screen 2 of 3.",
        "Which one, and do you want it?",
        "Tap the hard ones, the worst first. Leave the others.",
        "“…”: what do you wish you had said?",
        "They ask my references",
        "Nine things are open.",
        "button: Correct",
        "button: Bring in",
        "option: Advanced",
        "What do the interviews say so far?",
        "The total fits, the single forecasts less so",
        "From 5 on they are judged.",
        "option: My words",
        "option: Rounds",
        "And if one thing counted more, or less?",
        "7 terms are still to ask.",
        "How well does it fit?",
        "43 interviews of 43, newest first",
    ],
)
def test_a_phrase_out_of_use_is_found_with_what_to_write(line: str) -> None:
    (found,) = {each.partition("\n")[0] for each in banned([line])}
    assert found == line


@pytest.mark.parametrize(
    "line",
    [
        "Where your data is stored",
        "You rate your examples higher where you moved on: 4 or 5 in 10 of 18.",
        "Few still answer after two weeks. Likely between 6% and 19%.",
        "button: Continue",
        "Follow-up · 9 to do",
        "Who did you meet?",
        "You were 80% sure. Review on Mon 21 Dec.",
        "Your files couldn't be read or written: No space left on device.",
        "How will they go on from here?",
        "It came up again. If you can say it gladly, I owe you one.",
        "When do you decide, and by when would you like my answer?",
    ],
)
def test_plain_words_pass(line: str) -> None:
    assert banned([line]) == []


FOLDERS = ("lib", "pages", "tests", "benchmarks")
MOST_IN_PROSE: Mapping[str, tuple[str, int]] = {
    "is, shows, is stored (of a text or a value)": (r"\b(?:stands?|stood|standing)\b(?!-in| out| still)", 0),
    "means, tells, lists, shows (of a text or a field)": (r"\b(?:says?|said|saying)\b", 10),
    "in advance": (r"\bbeforehand\b", 0),
    "also, in addition to": (r"\bbesides\b", 0),
    "the person's own": (r"\bof one's own\b", 0),
    "what": (r"\bthat which\b", 0),
    "is in": (r"\b(?:lies|lain)\b", 0),
    "to do, due": (r"\bowed\b", 0),
}
"""What to write instead, for words that make docstrings and comments heavy, and how many of them there are at most."""


@cache
def all_prose() -> tuple[tuple[Path, str], ...]:
    """The docstrings and comments of the program, its tests and benchmarks, without code and quotes."""
    files = [Path("app.py"), *(path for folder in FOLDERS for path in sorted(Path(folder).rglob("*.py")))]
    return tuple((path, re.sub(r"``[^`]*``|'[^'\n]*'", "", text)) for path in files for text in prose(path))


def heavy_words(pattern: str) -> list[str]:
    """Each place with that word in a docstring or a comment, with what is around it."""
    return [
        f"{path}: …{text[max(0, found.start() - 40) : found.end() + 40]}…"
        for path, text in all_prose()
        for found in re.finditer(pattern, text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("instead", MOST_IN_PROSE)
def test_docstrings_and_comments_use_plain_words(instead: str) -> None:
    pattern, most = MOST_IN_PROSE[instead]
    found = heavy_words(pattern)
    assert len(found) <= most, f"Write {instead}:\n" + "\n".join(found)


def test_test_names_use_plain_words() -> None:
    heavy = re.compile(r"_(?:stands?|stood|beforehand|besides|anew|owed|oneself|ones_own)(?!_out|_in_is)(?:_|$)")
    names = {
        name
        for path in Path("tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    assert sorted(name for name in names if heavy.search(name)) == []
