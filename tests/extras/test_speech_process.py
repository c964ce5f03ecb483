"""A recording on its way to text: how far it is, and every way that it ends. The process here only plays the part."""

import json
import sys
from dataclasses import asdict
from threading import Timer

import pytest

from lib.extras import speech_process
from lib.extras.speech_process import Progress, SpeechProcess
from lib.extras.speech_worker import SpeechEvent

WAITS = "import time; time.sleep(60)"
"""The other process works on and on: it is stopped, so nobody waits for it."""


def speaking(
    *steps: SpeechEvent, then: str = "", recording: bytes = b"sound", names: tuple[str, ...] = ()
) -> SpeechProcess:
    """A process that reads everything, gives these steps, and then does something more."""
    lines = [json.dumps(asdict(step)) for step in steps]
    script = f"import sys; sys.stdin.buffer.read(); [print(line, flush=True) for line in {lines!r}]; {then or 'pass'}"
    return SpeechProcess(recording, names, (sys.executable, "-c", script))


def ended(process: SpeechProcess) -> Progress:
    progress = process.wait(20)
    assert progress.end
    return progress


def test_the_text_comes_a_sentence_a_line() -> None:
    found = ended(
        speaking(
            SpeechEvent(90.0),
            SpeechEvent(90.0, 30.0, "They asked why I left. I said"),
            SpeechEvent(90.0, 90.0, "the truth. Was that wise?"),
            SpeechEvent(90.0, 90.0, end="done"),
        )
    )

    assert found.lines == ("They asked why I left.", "I said the truth.", "Was that wise?")
    assert (found.end, found.share) == ("done", 1.0)


def test_it_tells_how_far_it_is_and_keeps_what_was_understood_when_it_is_stopped() -> None:
    process = speaking(SpeechEvent(90.0), SpeechEvent(90.0, 30.0, "They asked why I left."), then=WAITS)
    while not process.progress.lines:
        process.wait(0.01)
    assert process.progress.share == pytest.approx(1 / 3)

    process.stop()

    assert ended(process).end == "stopped"
    assert ended(process).lines == ("They asked why I left.",)


def test_a_stopped_process_is_gone() -> None:
    process = speaking(then=WAITS)

    process.stop()
    process.wait(20)

    assert process._process.poll() is not None


def test_one_that_dies_has_failed() -> None:
    assert ended(speaking(SpeechEvent(90.0), then="sys.exit(1)")).end == "failed"


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech_process, "MOST_WAIT", 0.05)

    assert ended(speaking(then=WAITS)).end == "slow"


def test_why_nothing_came_is_passed_on() -> None:
    found = ended(speaking(SpeechEvent(end="other_language", detail="de")))

    assert (found.end, found.detail, found.lines) == ("other_language", "de", ())


def test_the_names_and_the_recording_reach_it_whole() -> None:
    script = (
        "import sys, json; names = json.loads(sys.stdin.buffer.readline()); size = len(sys.stdin.buffer.read());"
        "print(json.dumps({'seconds': 1, 'text': f'{names[0]} {size}.'}))"
    )
    big = b"x" * 3_000_000

    assert ended(SpeechProcess(big, ("Priya Raman",), (sys.executable, "-c", script))).lines == (
        "Priya Raman 3000000.",
    )


def test_one_that_does_not_even_read_does_not_hold_anybody_up() -> None:
    assert ended(SpeechProcess(b"x" * 3_000_000, (), (sys.executable, "-c", "pass"))).end == "failed"


def test_nobody_waits_for_it_while_it_works() -> None:
    process = speaking(then=WAITS)
    Timer(0.1, process.stop).start()

    assert process.progress == Progress()
    ended(process)
