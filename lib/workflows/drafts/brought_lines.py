"""The lines of a note taken into the answers of a debrief: added to what is there, and never over it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Final

from lib.capture.marks import strip_marks
from lib.capture.people import begins_as_people, without_missed_name
from lib.capture.person_parsing import is_only_a_title
from lib.capture.promised import promised_to
from lib.capture.reading.note import Note
from lib.capture.sorting import DebriefField, PersonMet, SortedLine
from lib.capture.talked import beside, topic_beside
from lib.capture.titles import names_two_types, told_beside_role
from lib.capture.values import ParseContext, is_plainly_the_reply, parse_value
from lib.followup.promise_reading import without_told
from lib.store import Draft, JsonValue
from lib.words import without_doubt
from lib.workflows import form_values
from lib.workflows.drafting import with_answers
from lib.workflows.drafts.private_note import LEARNED_BELOW
from lib.workflows.entries.people import split_title
from lib.workflows.form_values import row_field

HARD: Final = "hard"
"""Where a line goes that is a question, and a hard one."""
LEARNED: Final = "learned"
"""Where a note goes that tells about the job; every other spot is a place by its name."""
_LONGEST_NAME = 5
"""Words of a name, from a line marked as about somebody."""
_BOXES: Final = {
    DebriefField.WENT_WELL: "went_well",
    DebriefField.WENT_BADLY: "went_badly",
    DebriefField.ENERGISED_BY: "energised_by",
    DebriefField.WORRIED_BY: "worried_by",
}
"""Places that are a box for several lines."""
_LINES: Final = {DebriefField.UNSAID: "unsaid", DebriefField.PAY: "pay_said"}
"""Places that are one line in the form."""


@dataclass(frozen=True)
class AddedLines:
    """The answers that change, and for each line the place it really comes to.

    That's the private note (``DebriefField.NOTES``) where its field is filled in already or can't hold it. ``instead``
    is then the other line that filled it, or empty if none of these did.
    """

    answers: Mapping[str, JsonValue]
    landed: tuple[DebriefField, ...]
    instead: tuple[str, ...]


def target_field(line: SortedLine) -> str:
    """Where a line goes, as one word."""
    if line.field == DebriefField.NOTES and line.is_learned:
        return LEARNED
    return HARD if line.field == DebriefField.ASKED and line.hard else line.field.value


def reassigned(line: SortedLine, target: str, seen: ParseContext) -> SortedLine:
    """The line, put to another spot by the person: with what it comes to there. The note keeps all its words."""
    if target == target_field(line):
        return line
    place = {HARD: DebriefField.ASKED, LEARNED: DebriefField.NOTES}.get(target) or DebriefField(target)
    is_whole = place == DebriefField.NOTES or line.comment or line.wish
    words = (not is_whole and line.value) or strip_marks(line.text).words or line.text
    found = parse_value(line.text, words, place, target == HARD, replace(seen, by_hand=True))
    return replace(found, hard=target == HARD, is_learned=target == LEARNED, about=line.about)


@dataclass(frozen=True)
class MetByLine:
    """Everyone whom a line names, what the talk was about, and whether it ``tells_more`` than these fields hold."""

    people: tuple[PersonMet, ...]
    topic: str
    tells_more: bool


def met_by(line: SortedLine) -> MetByLine:
    """Whom a line about people names."""
    people = line.people or _named_first(_words(line))
    is_unsure = any(met.is_unsure for met in people)
    words = without_doubt(_words(line)) if is_unsure else _words(line)
    rest = beside(words, people)
    if len(people) == 1 and is_only_a_title(rest):
        people, rest = (replace(people[0], title=people[0].title or rest),), ""
    topic = topic_beside(words, people) if rest and len(people) == 1 else ""
    return MetByLine(people, topic, bool(people) and (is_unsure or bool(rest and rest != topic)))


def add_lines(draft: Draft, lines: Sequence[SortedLine], untyped_days: Collection[str] = ()) -> AddedLines:
    """What the draft's answers come to with these lines, in their order.

    ``untyped_days`` are days in ISO form that nobody typed: one that a note names comes before them.
    """
    taking = _LineAdder(draft, untyped_days, _plainest_reply(lines))
    taken = [taking.take_and_tell(line) for line in lines]
    taking.say_to_whom()
    before = draft.values
    changed = {name: value for name, value in taking.values.items() if before.get(name) != value}
    return AddedLines(changed, tuple(place for place, _ in taken), tuple(instead for _, instead in taken))


def _plainest_reply(lines: Sequence[SortedLine]) -> SortedLine | None:
    """Of several lines with a day to hear back by, the one for the field: the first that names the answer itself."""
    told = [line for line in lines if line.field == DebriefField.REPLY_BY and line.day]
    return next((line for line in told if is_plainly_the_reply(line.text)), next(iter(told), None))


def interview_meant(notes: Sequence[Note], candidates: Mapping[str, date], zone: tzinfo) -> str:
    """Which of these interviews the notes are about, each with its day by its id: the one that a note names, else the
    only one of a note's day. Empty if nothing tells."""
    named = (note.interview_id for note in notes if note.interview_id in candidates)
    days = {note.written_on(zone) for note in notes}
    same = [interview_id for interview_id, day in candidates.items() if day in days]
    return next(named, same[0] if len(same) == 1 else "")


def when_written(notes: Sequence[Note], now: datetime, zone: tzinfo) -> dict[str, JsonValue]:
    """Day and time of a new debrief's interview, as the first note that tells when it was written suggests.

    Empty if none tells, or it's still to come.
    """
    known = (at for note in notes if (at := note.begins_at(zone)) is not None)
    at = next(known, None)
    if at is None or (at > now if isinstance(at, datetime) else at > now.date()):
        return {}
    return {"date": at.isoformat()[:10], "time": at.strftime("%H:%M") if isinstance(at, datetime) else ""}


_NO_MORE_TOLD: Final = 3
"""A line of up to so many words tells nothing beside its day or number."""


class _LineAdder:
    """The answers as they are with the lines taken in until now."""

    def __init__(self, draft: Draft, untyped_days: Collection[str], reply: SortedLine | None) -> None:
        self.values: dict[str, JsonValue] = dict(draft.values)
        self._token = draft.token
        self._untyped_days = untyped_days
        self._reply = reply
        self._filled_by: dict[str, str] = {}
        self._line, self._instead = "", ""
        self._promised: dict[str, str] = {}
        self._ways: Mapping[DebriefField, Callable[[SortedLine], bool]] = {
            DebriefField.ASKED: self._asked,
            DebriefField.ASKED_THEM: self._asked_them,
            DebriefField.PEOPLE: self._people,
            DebriefField.PROMISES: self._promise,
            DebriefField.NEXT_STEP: self._next_step,
            DebriefField.REPLY_BY: self._reply_by,
            DebriefField.INTEREST: lambda line: self._fill_and_note("interest_after", _number(line), line),
            DebriefField.LEANING: lambda line: self._fill_and_note("leaning", line.leaning or "", line),
            DebriefField.FORECAST: lambda line: self._fill_and_note("forecast", _number(line), line),
            DebriefField.NEW_PLAN: lambda line: self._fill("new_plan", line.value),
        }

    def take_and_tell(self, line: SortedLine) -> tuple[DebriefField, str]:
        """Take a line in, and return where it went, with the other line that has its field if one has."""
        self._line, self._instead = line.text.strip(), ""
        return self._take(line), self._instead

    def _take(self, line: SortedLine) -> DebriefField:
        if line.field == DebriefField.NOTHING:
            return DebriefField.NOTHING
        if line.field == DebriefField.WHICH:
            return self._which(line)
        if line.field == DebriefField.WISH:
            self._wish(_words(line), line.about)
        elif line.field in _BOXES:
            self._append(_BOXES[line.field], _of_question(line.about, _words(line)))
        elif line.field in _LINES:
            self._append(_LINES[line.field], _words(line), "; ")
        elif line.is_learned:
            self._learned(_words(line))
        elif line.field not in self._ways or not self._ways[line.field](line):
            self._append("notes", _words(line))
            return DebriefField.NOTES
        return line.field

    def _learned(self, words: str) -> None:
        """A line below the heading for what I learned: last in the private note, so that nothing else is below it."""
        if LEARNED_BELOW not in form_values.lines(self.values, "notes"):
            self._append("notes", LEARNED_BELOW)
        self._add("notes", words, form_values.text(self.values, "notes"), "\n")

    def _append(self, field: str, words: str, between: str = "\n") -> None:
        """Words at the end of a field, unless it holds them already."""
        known = form_values.text(self.values, field)
        before, heading, learned = known.partition(LEARNED_BELOW)
        if heading and field == "notes":
            self._add(field, words, before.rstrip(), between, f"\n{heading}{learned}")
        else:
            self._add(field, words, known, between)

    def _add(self, field: str, words: str, before: str, between: str, after: str = "") -> None:
        """The field with the words between what comes ``before`` and ``after``, unless it holds them already."""
        parts = [part.strip().casefold() for part in re.split(r"\n|; ", form_values.text(self.values, field))]
        if words.strip().casefold() not in parts:
            self.values[field] = (f"{before}{between}{words}" if before else words) + after

    def _fill(self, field: str, words: str) -> bool:
        """Fill in a field that is empty; whether it holds these words now."""
        known = form_values.text(self.values, field)
        if not known and words:
            self.values[field], self._filled_by[field] = words, self._line
        elif words and known != words:
            self._instead = self._instead or self._filled_by.get(field, "")
        return bool(words) and known in ("", words)

    def _fill_and_note(self, field: str, words: str, line: SortedLine) -> bool:
        """The same for a field that holds a day or a number; what else the line tells goes into the note."""
        is_taken = self._fill(field, words)
        if is_taken and len(line.text.split()) > _NO_MORE_TOLD:
            self._append("notes", line.text.strip())
        return is_taken

    def _reply_by(self, line: SortedLine) -> bool:
        """The day to hear back by, unless another line tells it more plainly."""
        is_free = not form_values.text(self.values, "reply_by")
        if is_free and self._reply and line.day not in (None, self._reply.day):
            self._instead = self._reply.text.strip()
            return False
        return self._fill_and_note("reply_by", _day(line), line)

    def _which(self, line: SortedLine) -> DebriefField:
        """Company, role, day, time, type and length, where they are empty.

        What has no field, or another value there, is a note; so are two types of interview, of which the form asks one,
        and what a title tells beside its role.
        """
        is_known = bool(form_values.text(self.values, "application"))
        found = {
            "company": "" if is_known else line.company,
            "role": "" if is_known else line.role,
            "date": _day(line),
            "time": line.begins.strftime("%H:%M") if line.begins else "",
            "stage": line.stage or "",
            "minutes": str(line.minutes or ""),
        }
        if found["date"] and form_values.text(self.values, "date") in self._untyped_days:
            self.values["date"] = ""
        fits = [self._fill(field, words) for field, words in found.items() if words]
        is_named = any(form_values.text(self.values, field) for field in ("application", "company"))
        for person in line.people:
            self._met(person, "")
        if False in fits or not is_named or names_two_types(line.text) or told_beside_role(line.text):
            self._append("notes", _words(line))
            return DebriefField.WHICH if any(fits) else DebriefField.NOTES
        return DebriefField.WHICH if fits else DebriefField.NOTHING

    def _asked(self, line: SortedLine) -> bool:
        asked = form_values.lines(self.values, "asked")
        words = _words(line).lstrip("-*•–").strip()
        wording = next((known for known in asked if known.casefold() == words.casefold()), words)
        if wording not in asked:
            self.values["asked"] = "\n".join((*asked, wording))
        if line.hard:
            self.values["hard"] = list(form_values.unique((*form_values.items(self.values, "hard"), wording)))
        if line.went:
            self._append(_BOXES[line.went], _of_question(wording, line.comment))
        if line.wish:
            self._wish(line.wish, wording)
        if line.rating is not None or (line.comment and not line.went):  # the form has no field for it
            self._append("notes", line.text)
        return True

    def _wish(self, words: str, about: str) -> None:
        """A better answer to the question it's ``about``: that of the box, unless it holds one to another."""
        if about and not form_values.text(self.values, "wish"):
            self.values["wish_of"] = about
        is_of_the_box = about == form_values.text(self.values, "wish_of")
        self._append("wish", words if is_of_the_box else _of_question(about, words))

    def _asked_them(self, line: SortedLine) -> bool:
        self._append("asked_them", _words(line))
        return True

    def _people(self, line: SortedLine) -> bool:
        if not line.people and self._of_the_last(_words(line)):
            self._append("notes", line.text.strip())
            return True
        met = met_by(line)
        if met.tells_more:
            self._append("notes", line.text.strip())
        for person in met.people:
            self._met(person, met.topic)
        if met.people and line.stage:
            self._fill("stage", line.stage)
        return bool(met.people)

    def _of_the_last(self, words: str) -> bool:
        """Whether the words are the title of the person named last ('HR, didn't get last name'), who then has it."""
        title = without_missed_name(words)
        rows = form_values.items(self.values, "people")
        if not rows or title == words or not is_only_a_title(title):
            return False
        name = form_values.row_text(self.values, "people", rows[-1], "name")
        if not name or split_title(name)[1]:
            return False
        self._set(row_field("people", rows[-1], "name"), f"{name}, {title}")
        return True

    def _met(self, met: PersonMet, topic: str) -> None:
        row_id = self._row_of(met.name) or form_values.new_row_id(self.values, self._token, "people", "pe")
        name_field, topic_field = row_field("people", row_id, "name"), row_field("people", row_id, "talked_about")
        typed = form_values.text(self.values, name_field)
        if not typed:
            self._set(name_field, ", ".join(part for part in (met.name, met.title) if part))
        elif met.title and not split_title(typed)[1]:
            self._set(name_field, f"{typed}, {met.title}")
        if topic:
            known = form_values.text(self.values, topic_field)
            if topic.casefold() not in known.casefold():
                self._set(topic_field, f"{known}; {topic}" if known else topic)

    def _row_of(self, name: str) -> str:
        """The row of that name; a first name alone is whoever has it, if it's one person."""
        rows = {
            row_id: split_title(form_values.row_text(self.values, "people", row_id, "name"))[0].casefold().split()
            for row_id in form_values.items(self.values, "people")
        }
        wanted = name.casefold().split()
        same = [row_id for row_id, known in rows.items() if known == wanted]
        first = [row_id for row_id, known in rows.items() if known[:1] == wanted[:1] and 1 in (len(known), len(wanted))]
        return next(iter(same), first[0] if len(first) == 1 else "")

    def _promise(self, line: SortedLine) -> bool:
        what = _words(line)
        rows = form_values.items(self.values, "promises")
        if what.casefold() in (form_values.row_text(self.values, "promises", row, "what").casefold() for row in rows):
            return True
        row_id = form_values.new_row_id(self.values, self._token, "promises", "pr")
        self._set(row_field("promises", row_id, "what"), what)
        if line.day:
            self._set(row_field("promises", row_id, "by"), line.day.isoformat())
        self._promised[row_id] = line.text
        return True

    def say_to_whom(self) -> None:
        """Choose for each new promise the person met whom its line names. Called last: people may be named below it."""
        met = {
            row_id: split_title(form_values.row_text(self.values, "people", row_id, "name"))[0]
            for row_id in form_values.items(self.values, "people")
        }
        for row_id, words in self._promised.items():
            if whom := promised_to(words, met):
                what = form_values.row_text(self.values, "promises", row_id, "what")
                self._set(row_field("promises", row_id, "person_id"), whom)
                self._set(row_field("promises", row_id, "what"), without_told(what))

    def _next_step(self, line: SortedLine) -> bool:
        """The step in the form's terms, with the day to hear back by. The words go into the note: it has no field."""
        is_taken = self._fill("next_step", line.next_step or "")
        if is_taken:
            self._fill("reply_by", _day(line))
        if is_taken:
            self._append("notes", _words(line))
        return is_taken

    def _set(self, field: str, words: str) -> None:
        self.values = with_answers(self.values, {field: words})


def _words(line: SortedLine) -> str:
    return (line.value or line.text).strip()


def _of_question(wording: str, words: str) -> str:
    """What is about a question, with it before; the words alone where there's none."""
    return f"{wording}{'' if wording.endswith('?') else ':'} {words}" if wording else words


def _day(line: SortedLine) -> str:
    return line.day.isoformat() if line.day else ""


def _number(line: SortedLine) -> str:
    return "" if line.number is None else str(line.number)


def _named_first(words: str) -> tuple[PersonMet, ...]:
    """The person that a line begins with, as 'Priya Raman, team lead'; none if no short name comes first."""
    name = re.split(r"[,:(–]| - ", words, maxsplit=1)[0].strip()
    is_name = name and len(name.split()) <= _LONGEST_NAME and not begins_as_people(words)
    return (PersonMet(name),) if is_name else ()
