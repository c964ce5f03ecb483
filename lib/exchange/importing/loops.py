"""Several talks of one day that a table lists row by row: four interviews, or one with four people."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from lib.exchange.importing.parsed_rows import FileReading, ParsedInterview, ref_of
from lib.records.application import match_key


@dataclass(frozen=True)
class Loop:
    """Talks at one company on one day, of one kind and role, with different people or questions."""

    talks: tuple[ParsedInterview, ...]

    @property
    def key(self) -> str:
        """What names it among all of one import."""
        return _key(self.talks[0])


def find_loops(readings: Sequence[FileReading]) -> tuple[Loop, ...]:
    """The groups of talks that may be one interview each. Talks at different times of the day are not among them."""
    groups: dict[str, list[ParsedInterview]] = {}
    for reading in readings:
        for one in reading.interviews:
            groups.setdefault(_key(one), []).append(one)
    return tuple(Loop(tuple(talks)) for talks in groups.values() if _is_loop(talks))


def join_loops(readings: Sequence[FileReading], keys: Collection[str]) -> list[FileReading]:
    """The readings, with the talks of each of these loops as one interview with everybody and all questions."""
    if not keys:
        return list(readings)
    whole = {loop.key: _join(loop.talks) for loop in find_loops(readings) if loop.key in keys}
    return [replace(reading, interviews=_with_loops_joined(reading.interviews, whole)) for reading in readings]


def _with_loops_joined(
    talks: Sequence[ParsedInterview], whole: dict[str, ParsedInterview]
) -> tuple[ParsedInterview, ...]:
    found: list[ParsedInterview] = []
    for one in talks:
        joint = whole.get(_key(one))
        if joint is None:
            found.append(one)
        elif (joint.file, joint.line) == (one.file, one.line):
            found.append(joint)
    return tuple(found)


def _join(talks: Sequence[ParsedInterview]) -> ParsedInterview:
    first = talks[0]
    fields: dict[str, str] = {}
    for talk in talks:
        for name, text in talk.fields.items():
            if name in ("private_note", "feedback", "went_well", "went_badly", "lesson") and text not in fields.get(
                name, ""
            ):
                fields[name] = "\n".join(filter(None, (fields.get(name), text)))
            elif name == "outcome" and text != "pending":
                fields[name] = text
            else:
                fields.setdefault(name, text)
    lengths = [int(talk.fields["minutes"]) for talk in talks if "minutes" in talk.fields]
    if lengths:
        fields["minutes"] = str(min(sum(lengths), 1440))
    topics = [
        f"{', '.join(one.name for one in talk.people)}: {talk.talked_about}" for talk in talks if talk.talked_about
    ]
    if topics:
        fields["private_note"] = "\n".join(filter(None, (fields.get("private_note"), *topics)))
    return replace(
        first,
        ref=ref_of("interview", "whole", *(talk.ref for talk in talks[:1])),
        fields=fields,
        people=tuple(dict.fromkeys(one for talk in talks for one in talk.people)),
        talked_about="",
        asked=tuple(dict.fromkeys(text for talk in talks for text in talk.asked)),
        to_ask=tuple(dict.fromkeys(text for talk in talks for text in talk.to_ask)),
        applied_on=next((talk.applied_on for talk in talks if talk.applied_on), ""),
        merged_from=tuple((talk.file, talk.line) for talk in talks[1:]),
    )


def _key(one: ParsedInterview) -> str:
    """The same for talks that nothing but people and questions tells apart."""
    when = one.fields["held_at"]
    return "\n".join((match_key(one.company), match_key(one.role), when, one.fields["stage"]))


def _is_loop(talks: Sequence[ParsedInterview]) -> bool:
    return len({(talk.people, talk.asked, talk.to_ask) for talk in talks}) > 1
