"""Wordings are looked at in the background, once each, and nobody waits for it."""

from collections.abc import Sequence
from threading import Event, Thread
from threading import enumerate as threads

import numpy as np
import pytest

from lib.extras.meaning import AT_ONCE, Meanings, Vectors


class Slow:
    """A model that knows length alone, waits until it may go on, and notes what it was asked."""

    def __init__(self) -> None:
        self.may_go_on, self.asked = Event(), list[str]()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        assert self.may_go_on.wait(10)
        self.asked += texts
        return np.array([[1.0, 0.0] if len(text) > 5 else [0.0, 1.0] for text in texts], np.float32)


@pytest.fixture
def model() -> Slow:
    return Slow()


def done(meanings: Meanings) -> None:
    """Waits for the background."""
    for thread in threads():
        if isinstance(thread, Thread) and thread.name == "meanings":
            thread.join(10)
    assert not meanings.is_coming


def test_as_long_as_the_model_is_at_work_nothing_is_known_and_nobody_waits(model: Slow) -> None:
    meanings = Meanings(lambda: model)

    assert meanings.likeness("Why us?", ["What draws you here?"]) is None
    assert meanings.is_coming

    model.may_go_on.set()
    done(meanings)


def test_once_it_is_done_the_likeness_to_each_is_known(model: Slow) -> None:
    model.may_go_on.set()
    meanings = Meanings(lambda: model)
    meanings.prepare(["long enough", "short"])
    done(meanings)

    found = meanings.likeness("also long", ["long enough", "short"])

    assert found is not None
    assert found.tolist() == [1.0, 0.0]


def test_each_wording_is_looked_at_once(model: Slow) -> None:
    model.may_go_on.set()
    meanings = Meanings(lambda: model)
    for _ in range(3):
        meanings.prepare(["one", "two", "one"])
        done(meanings)
        meanings.likeness("three", ["one", "two"])

    assert sorted(model.asked) == ["one", "three", "two"]


def test_many_new_wordings_are_left_to_the_background(model: Slow) -> None:
    model.may_go_on.set()
    meanings = Meanings(lambda: model)
    meanings.prepare(["one"])
    done(meanings)
    many = [f"number {number}" for number in range(AT_ONCE + 1)]

    assert meanings.likeness("one", many) is None
    done(meanings)
    assert meanings.likeness("one", many) is not None


def test_nothing_to_compare_with_is_nothing_known(model: Slow) -> None:
    model.may_go_on.set()
    meanings = Meanings(lambda: model)
    meanings.prepare(["one"])
    done(meanings)

    assert meanings.likeness("one", []) is None


def test_a_model_that_cannot_be_loaded_is_tried_once_and_the_app_does_without() -> None:
    tries = []

    def broken() -> Slow:
        tries.append(1)
        raise OSError

    meanings = Meanings(broken)
    for _ in range(2):
        assert meanings.likeness("one", ["two"]) is None
        done(meanings)

    assert tries == [1]
