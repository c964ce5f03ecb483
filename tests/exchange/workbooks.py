"""Workbooks for what goes out: made-up ones, and one whose every text is the same words."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Store, Transaction
from tests.conftest import NOW
from tests.records.test_round_trip import MODELS, records

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def unique(rows: list[Record]) -> tuple[Record, ...]:
    return tuple({(row.file, row.identity): row for row in rows}.values())


@st.composite
def any_rows(draw: st.DrawFn) -> tuple[Record, ...]:
    """Rows of a few files, with anything in them that a row can hold."""
    models = draw(st.lists(st.sampled_from(MODELS), min_size=1, max_size=4))
    return unique([draw(records(model)) for model in models])


def filled(folder: Path, rows: tuple[Record, ...]) -> Store:
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "data", folder / "home")
    store.commit(Transaction("Rows", put=rows), NOW)
    return store


def sample() -> Workbook:
    return Store(SAMPLE, SAMPLE.parent / "nowhere").load().workbook


def saying(words: str, rows: int = 1) -> Workbook:
    """A workbook in which every text that a person may write is these words."""
    tables: dict[str, Any] = {
        name: tuple(_saying(model, words, number) for number in range(rows)) for name, model in Workbook.MODELS.items()
    }
    return Workbook(**tables)


_SHAPED = {
    "interviews.csv": {
        "state": "done",
        "held_at": "2026-11-19T14:00:00+01:00",
        "stage": "panel",
        "outcome": "rejected",
    },
    "practice.csv": {"reviewed_at": "2026-11-19T14:00:00+01:00", "grade": "good"},
    "asks.csv": {"kind": "reference", "asked_on": "2026-11-19"},
    "tasks.csv": {"kind": "own", "status": "open", "due_at": "2026-11-21"},
    "decisions.csv": {"decided_at": "2026-11-19T14:00:00+01:00", "choice": "go_on"},
    "fit.csv": {"as_of": "2026-11-19"},
    "offers.csv": {"kind": "offer"},
    "offer_changes.csv": {"on": "2026-11-19"},
    "activity.csv": {"on": "2026-11-19", "kind": "networking"},
    "goal_answers.csv": {"answer": "no"},
    "plan_checks.csv": {"kept": "no"},
    "ratings.csv": {"dimension": "clarity", "score": "3"},
    "applications.csv": {"applied_on": "2026-11-01", "status": "rejected"},
}
_POINTERS = ("id", "interview_id", "application_id", "person_id", "topic_id", "story_id", "criterion_id", "goal_id")


def _saying(model: type[Record], words: str, number: int) -> Record:
    cells = {"plan_id": f"plan-{number}"} if "plan_id" in model.key_fields else {}
    for name, field in model.model_fields.items():
        if name in _POINTERS:
            cells[name] = f"{'question' if name == 'question_id' else name.removesuffix('_id')}-{number}"
        elif name in ("plan_id", "question_id", "rival_of", "import_ref", "seal", "strengths"):
            continue
        elif "str" in str(field.annotation) and "Literal" not in str(field.annotation):
            cells[name] = words
    if "id" in cells:
        kinds = {"applications.csv": "application", "interviews.csv": "interview", "people.csv": "person"}
        cells["id"] = f"{kinds.get(model.file, model.file[:4])}-{number}"
    return model.from_cells(cells | _SHAPED.get(model.file, {}))
