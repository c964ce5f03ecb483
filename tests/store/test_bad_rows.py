"""One row that cannot be read, put right in its line; every other row keeps its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.goal import Goal
from lib.store import SaveFailed
from lib.store.bad_rows import BadRow, bad_row, has_twin, with_row
from lib.store.tables import FileContent, read_table

HEAD = b'\xef\xbb\xbf"id","goal","why","mine"\r\n'
GOOD = b'"go-1","Learn","","x"\r\n'
AFTER = b'go-3,Stay,"two\nlines",\'=y\n'


def file(line: bytes) -> bytes:
    return HEAD + GOOD + line + AFTER


def opened(line: bytes) -> BadRow:
    found = bad_row("goals.csv", file(line), 3)
    assert found is not None
    return found


def goals(data: bytes) -> list[str]:
    table = read_table(Goal, FileContent(data))
    return [goal.goal for goal in table.records.values() if isinstance(goal, Goal)]


def test_a_row_too_short_is_opened_with_the_cells_it_has() -> None:
    bad = opened(b"go-2,Earn\r\n")
    assert (bad.cells, bad.surplus) == ({"id": "go-2", "goal": "Earn", "why": "", "mine": ""}, ())
    assert (bad.key, bad.line, bad.raw) == (("go-2",), 3, "go-2,Earn\r\n")


def test_what_is_behind_the_last_column_is_shown_and_not_lost() -> None:
    assert opened(b"go-2,Earn,why,mine,more,and more\r\n").surplus == ("more", "and more")


def test_a_row_whose_quotes_are_wrong_is_told_apart_as_far_as_it_goes() -> None:
    assert opened(b'"go-2"x,"Earn",,\r\n').cells["goal"] == "Earn"


@pytest.mark.parametrize("line", [b"go-2,,why,mine\r\n", b"go-2,Earn\r\n", b'"go-2"x,"Earn",,\r\n', b",Earn,,\n"])
def test_only_that_line_is_rewritten(line: bytes) -> None:
    bad = opened(line)
    data = with_row(bad, file(line), {**bad.cells, "id": "go-2", "goal": "Earn, well"})
    assert data.startswith(HEAD + GOOD)
    assert data.endswith(AFTER)
    assert goals(data) == ["Learn", "Earn, well", "Stay"]


def test_a_row_that_could_still_not_be_read_is_refused_with_the_reason() -> None:
    bad = opened(b"go-2,,why,mine\r\n")
    with pytest.raises(SaveFailed, match=r"still can't be read\. The column goal is empty"):
        with_row(bad, file(b"go-2,,why,mine\r\n"), bad.cells)


def test_an_id_that_is_taken_is_refused() -> None:
    line = b"go-1,Again,,\r\n"
    bad = opened(line)
    with pytest.raises(SaveFailed, match="is already in line 2"):
        with_row(bad, file(line), bad.cells)
    assert goals(with_row(bad, file(line), {**bad.cells, "id": "go-9"})) == ["Learn", "Again", "Stay"]


def test_a_line_that_was_changed_meanwhile_is_not_written_over() -> None:
    bad = opened(b"go-2,Earn\r\n")
    with pytest.raises(SaveFailed, match="changed in the meantime"):
        with_row(bad, file(b"go-2,Earn,,\r\n"), {**bad.cells, "goal": "Mine"})
    with pytest.raises(SaveFailed, match="changed in the meantime"):
        with_row(bad, HEAD + GOOD + GOOD + b"go-2,Earn\r\n", {**bad.cells, "goal": "Mine"})


def test_text_that_no_file_can_keep_is_refused() -> None:
    bad = opened(b"go-2,Earn\r\n")
    with pytest.raises(SaveFailed):
        with_row(bad, file(b"go-2,Earn\r\n"), {**bad.cells, "mine": "\ud800"})


def test_a_column_that_the_file_lacks_is_added_for_what_is_put_in() -> None:
    data = b"id,goal\ngo-2\ngo-3,Stay\n"
    bad = bad_row("goals.csv", data, 2)
    assert bad is not None
    new = with_row(bad, data, {"id": "go-2", "goal": "Earn", "why": "for once"})
    record = read_table(Goal, FileContent(new)).records[("go-2",)]
    assert (record, goals(new)) == (Goal(id="go-2", goal="Earn", why="for once"), ["Earn", "Stay"])


def test_a_row_that_occurs_twice_word_for_word_can_be_taken_out_once() -> None:
    line = b'"go-1","Learn","","x"\r\n'
    bad = opened(line)
    assert has_twin(bad, file(line))
    assert with_row(bad, file(line), None) == HEAD + GOOD + AFTER


@pytest.mark.parametrize("line", [b"go-1,Learn,,other\r\n", b"go-1,Learn,,x,more\r\n", b"go-1,Learn\r\n"])
def test_a_row_with_any_difference_is_no_twin(line: bytes) -> None:
    assert not has_twin(opened(line), file(line))


def test_where_no_row_begins_there_is_none_to_mend() -> None:
    assert bad_row("goals.csv", file(b"go-2,Earn\r\n"), 99) is None
    assert bad_row("goals.csv", HEAD + b'"open\r\n', 2) is None
    with pytest.raises(SaveFailed):
        bad_row("goals.csv", b"id;goal\r\n", 2)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(TEXTS.filter(lambda text: bool(text.strip())), TEXTS, TEXTS)
def test_any_text_can_be_put_in(goal: str, why: str, mine: str) -> None:
    bad = opened(b"go-2\r\n")
    cells = {"id": "go-2", "goal": goal, "why": why, "mine": mine}
    data = with_row(bad, file(b"go-2\r\n"), cells)
    table = read_table(Goal, FileContent(data))
    assert (table.problems, table.cells(("go-2",))) == ((), cells)
    assert data.endswith(AFTER)
