"""``python -m lib.report``: one JSON object a folder and line, or sentences."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.records.workbook import Workbook
from lib.report import main
from lib.store import Store
from lib.workflows.entries.search_ends import end_search
from tests.insight.whole_searches import whole_search
from tests.workflows.evening import NOW, debriefed, put

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
CHANGE = {"dimension", "n", "verdict", "change", "low", "high", "sentence"}


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERWORD_HOME", str(tmp_path / "its home"))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[dict[str, Any]]:
    assert main(arguments) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def check_shape(found: Mapping[str, Any]) -> None:
    assert {"folder", "skills", "overall", "separators", "forecast", "waiting", "funnel"} <= set(found)
    assert all(set(entry) >= CHANGE for entry in (*found["skills"], found["overall"]))
    assert set(found["separators"]) >= {"verdict", "factor", "n", "sentence", "look_next"}
    assert found["separators"]["verdict"] in ("established", "nothing", "not_enough")
    for name in ("separators", "forecast", "waiting"):
        assert found[name]["sentence"].endswith(".")
    for funnel in found["funnel"].values():
        assert funnel["sentence"].endswith(".")


def test_the_sample_has_its_findings_with_names_that_a_program_knows(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = printed(capsys, str(SAMPLE))

    check_shape(found)
    assert found["folder"] == str(SAMPLE)
    assert found["separators"]["factor"] == "rating:evidence"
    assert found["separators"]["look_next"][0]["factor"] == "afternoon"
    assert found["overall"]["low"] < found["overall"]["change"] < found["overall"]["high"]
    assert found["forecast"]["brier"] < found["forecast"]["base"]


def test_an_empty_folder_has_the_same_shape_and_is_too_early_to_tell(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (found,) = printed(capsys, str(tmp_path))

    check_shape(found)
    assert (found["skills"], found["overall"]["verdict"], found["separators"]["verdict"]) == (
        [],
        "not_enough",
        "not_enough",
    )


def test_nothing_is_written_into_the_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    printed(capsys, str(folder), str(SAMPLE))

    assert list(folder.iterdir()) == []


def test_each_folder_is_a_line_and_one_that_is_not_there_is_shown_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([str(SAMPLE), str(tmp_path / "nowhere"), str(SAMPLE)]) == 2

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "there is no such folder" in err


def test_without_a_folder_it_reads_the_workbook_s_own(
    capsys: pytest.CaptureFixture[str], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    debriefed(store)
    monkeypatch.setenv("AFTERWORD_DATA", str(store.folder))

    (found,) = printed(capsys)

    assert (found["folder"], found["search"]["interviews"]) == (str(store.folder), 1)


def test_the_rows_in_another_order_give_the_same_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    book = whole_search(24, rising=True, cause=True)
    first, second = tmp_path / "first", tmp_path / "second"
    fill(first, book)
    fill(second, Workbook(**{name: getattr(book, name)[::-1] for name in Workbook.MODELS}))

    one, other = printed(capsys, str(first), str(second))

    assert one | {"folder": ""} == other | {"folder": ""}


@pytest.mark.parametrize("zone", ["Europe", "Europe/Berlinn", "../up", "Asia/Tokyo"])
def test_a_time_zone_that_is_none_is_passed_over_as_on_the_screen(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, zone: str
) -> None:
    (tmp_path / "settings.csv").write_text(f"key,value\ntimezone,{zone}\n", encoding="utf-8")

    (found,) = printed(capsys, str(tmp_path))

    check_shape(found)


def fill(folder: Path, book: Workbook) -> None:
    folder.mkdir()
    put(Store(folder, folder.parent / "home"), *book)


def test_rows_that_cannot_be_read_are_counted_and_reported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    fill(tmp_path / "data", whole_search(4))
    path = tmp_path / "data" / "interviews.csv"
    path.write_text(path.read_text("utf-8-sig").replace('"technical"', '"small talk"', 1), "utf-8")

    assert main([str(tmp_path / "data")]) == 1

    out, err = capsys.readouterr()
    assert "1 row left out" in err
    assert json.loads(out)["left_out"] == 1


def test_a_file_that_cannot_be_read_is_reported_and_never_taken_for_empty(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    fill(tmp_path / "data", whole_search(4))
    (tmp_path / "data" / "interviews.csv").write_bytes(b"\xff\xfe\x00broken\x00")

    assert main([str(tmp_path / "data")]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert "interviews.csv" in err


def test_for_people_it_is_sentences_with_the_surest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SAMPLE), "--text"]) == 0

    out = capsys.readouterr().out
    places = [out.index(heading) for heading in ("Likely real", "Could be chance", "Your numbers")]
    assert places == sorted(places)
    assert "higher where you moved on. Rated 4 or 5: 10 of 18, against 1 of 10 nos." in out


def test_an_earlier_search_can_be_asked_for(capsys: pytest.CaptureFixture[str], store: Store) -> None:
    debriefed(store)
    end_search(store, NOW)
    debriefed(store, seed=2, date="2026-11-23", company="Lanternfish", now=NOW + timedelta(days=4))

    (found,) = printed(capsys, str(store.folder), "--search", "1")
    assert (found["search"]["number"], found["search"]["interviews"]) == (1, 1)
    assert main([str(store.folder), "--search", "7"]) == 2


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    root = Path(__file__).parent.parent
    command = [sys.executable, "-m", "lib.report", "--text", str(SAMPLE)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as report:
        assert report.stdout is not None
        assert report.stderr is not None
        report.stdout.close()
        assert report.stderr.read() == b""
        assert report.wait() == 0
