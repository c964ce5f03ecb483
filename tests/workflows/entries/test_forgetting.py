"""Forgetting a person: nothing names them any more, in any file, draft or copy."""

from random import Random

import pytest

from lib.records.ask import Ask
from lib.records.claim import Claim
from lib.records.person import Person
from lib.records.promise import Promise
from lib.records.setting import Setting
from lib.records.task import Task
from lib.store import ReadOnly, SaveFailed, Store
from lib.workflows.drafting import OpenDrafts
from lib.workflows.drafts.record_editing import begin_record
from lib.workflows.entries.addressing import address_as
from lib.workflows.entries.forgetting import forget, named_only_in_drafts, what_goes
from lib.workflows.entries.mentions import Mentions
from lib.workflows.errors import Gone
from tests.workflows.evening import (
    FULL,
    NOW,
    answered,
    debrief_draft,
    debriefed,
    edited,
    from_outside,
    full_debrief,
    put,
    the,
    workbook,
)

PRIYA = "pe-one"


def forgotten(store: Store, person_id: str = PRIYA, open_drafts: OpenDrafts | None = None) -> None:
    forget(store, open_drafts or OpenDrafts(), person_id, NOW)


def everything_on_disk(store: Store) -> str:
    """The bytes of every file of the workbook and its home, zips unpacked."""
    import zipfile

    texts = []
    for root in (store.folder, store.home):
        for path in root.rglob("*"):
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
            elif path.is_file():
                texts.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(texts)


def test_the_person_and_what_hangs_on_them_go_and_the_rest_stays(store: Store) -> None:
    interview = full_debrief(store)
    ask = Ask(id="as-1", person_id=PRIYA, kind="good_word")
    task = Task(id="tk-1", kind="thank_you", person_id=PRIYA, status="done", body="Dear Priya Raman, thank you.")
    put(store, ask, task)

    forgotten(store)

    held = workbook(store)
    assert (held.people, held.conversations, held.asks, held.tasks) == ((), (), (), ())
    assert held.interview(interview.id) is not None
    assert len(held.questions) == 3


def test_the_full_name_becomes_someone_in_every_text(store: Store) -> None:
    interview = full_debrief(store, went_well="Laughed with Priya Raman.")
    put(store, Claim(id="cl-1", interview_id=interview.id, claim="priya  raman said that I am calm"))

    forgotten(store)

    assert the(store, interview.id).went_well == "Laughed with someone."
    assert [claim.claim for claim in workbook(store).claims] == ["someone said that I am calm"]


def test_a_promise_to_them_stays_mine_without_the_name(store: Store) -> None:
    interview = full_debrief(store)
    put(store, Promise(id="pr-1", interview_id=interview.id, person_id=PRIYA, what="Send Priya Raman the talk"))

    forgotten(store)

    kept = next(promise for promise in workbook(store).promises if promise.id == "pr-1")
    assert (kept.person_id, kept.what) == ("", "Send someone the talk")


def test_nothing_on_disk_names_them_afterwards(store: Store) -> None:
    interview = full_debrief(store, private_note="Priya Raman frowned.")
    edited(store, interview, "notes", {"went_well": "Priya Raman smiled"})
    draft = debrief_draft(store, FULL | {"people.pe-one.talked_about": "Priya Raman's team"}, seed=7)
    store.drafts.discard(draft.id, NOW)
    store.backups.make("Before something", NOW)
    assert "Priya Raman" in everything_on_disk(store)

    forgotten(store)

    assert "Priya Raman" not in everything_on_disk(store)
    assert store.undoable() == ()


def test_a_column_of_my_own_is_cleared_of_the_name_too(store: Store) -> None:
    full_debrief(store)
    path = store.folder / "applications.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text(f'{lines[0]},"mine"\n{lines[1]},"through Priya Raman"\n', "utf-8")

    forgotten(store)

    assert path.read_text("utf-8").splitlines()[1].endswith(',"through someone"')


def test_a_line_that_cannot_be_read_is_named_in_advance(store: Store) -> None:
    full_debrief(store)
    from_outside(store, "promises.csv", '"Send the link to the talk","2026-11-23"', '"Call Priya Raman","23.11."')

    (left,) = what_goes(store.load(), (), PRIYA).left

    assert left.startswith("promises.csv, line 2")


def test_what_is_announced_is_what_is_deleted(store: Store) -> None:
    full_debrief(store, went_well="Priya Raman laughed.")
    draft = debrief_draft(store, FULL, seed=7)

    going = what_goes(store.load(), store.drafts.list(), PRIYA)

    counted = ("", "1 conversation", "1 text", "1 draft")
    assert len(going.sentences) == len(counted)
    assert all(count in sentence for count, sentence in zip(counted, going.sentences, strict=True))
    assert going.passages == ("Priya Raman laughed.",)
    assert draft.id in [before.id for before, _ in going.drafts]


def test_a_draft_keeps_all_but_the_person(store: Store) -> None:
    full_debrief(store)
    draft = debrief_draft(store, FULL | {"went_well": "Priya Raman laughed."}, seed=7)

    forgotten(store)

    kept = store.drafts.load(draft.id)
    assert kept is not None
    assert kept.values["went_well"] == "someone laughed."
    assert kept.values["people"] == []
    assert not [field for field in kept.values if field.startswith("people.")]


def test_a_person_named_only_in_a_draft_can_be_forgotten(store: Store) -> None:
    draft = debrief_draft(store, FULL)
    (named,) = named_only_in_drafts(workbook(store), store.drafts.list())
    assert named.name == "Priya Raman"

    forgotten(store, named.person_id)

    assert named_only_in_drafts(workbook(store), store.drafts.list()) == ()
    assert store.drafts.load(draft.id) is not None
    assert "Priya Raman" not in everything_on_disk(store)


def test_a_form_about_them_goes_altogether(store: Store) -> None:
    full_debrief(store)
    draft = begin_record(workbook(store), "person", PRIYA, Random(3))
    store.drafts.save(answered(draft, {"title": "Head of data"}), NOW)

    forgotten(store)

    assert store.drafts.list() == ()


def test_a_draft_open_in_another_tab_does_not_bring_the_name_back(store: Store) -> None:
    full_debrief(store)
    open_drafts = OpenDrafts()
    draft = debrief_draft(store, FULL | {"went_well": "Priya Raman laughed."}, seed=7)
    open_drafts.open("tab", draft.id, draft)

    forgotten(store, open_drafts=open_drafts)
    open_drafts.keep("tab", draft.id, {"unsaid": "More"}, store, NOW)

    assert len(store.drafts.list()) == 1
    assert "Priya Raman" not in everything_on_disk(store)


def test_another_person_of_the_same_name_keeps_it(store: Store) -> None:
    full_debrief(store)
    put(store, Person(id="pe-two", name="Priya Raman", company="Elsewhere"))

    forgotten(store)

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_one_s_own_name_in_the_settings_stays(store: Store) -> None:
    full_debrief(store)
    put(store, Setting(key="signature", value="Priya Raman"))

    forgotten(store)

    assert workbook(store).setting("signature") == "Priya Raman"


def test_where_the_copies_cannot_be_removed_nothing_is_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    full_debrief(store)

    def refuse(self: Store) -> None:
        raise SaveFailed("The disk refuses.")

    monkeypatch.setattr(Store, "forget_past", refuse)
    with pytest.raises(SaveFailed):
        forgotten(store)

    assert [person.name for person in workbook(store).people] == ["Priya Raman"]


def test_a_read_only_workbook_keeps_its_backups(store: Store) -> None:
    full_debrief(store)
    backup = store.backups.make("Mine", NOW)
    put(store, Setting(key="schema_version", value="99"))

    with pytest.raises(ReadOnly):
        forgotten(store)

    assert backup.id in [kept.id for kept in store.backups.list()]


def test_a_person_nobody_knows_is_reported_as_gone(store: Store) -> None:
    debriefed(store)

    with pytest.raises(Gone):
        forgotten(store, "pe-nobody")


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("Ann Lee", "Ann Lee, ann lee and Ann\nLee", "someone, someone and someone"),
        ("Ann Lee", "Joann Lee and Ann Leeds", "Joann Lee and Ann Leeds"),
        ("Dr. Ilse Krähwinkel", "Ilse Krähwinkel, Dr. Ilse Krähwinkel", "someone, someone"),
        ("Ilse Kra\u0308hwinkel", "Ilse Krähwinkel", "someone"),
        ("Will", "Will said: I will call", "someone said: I will call"),
        ("O'Neil (Pat) +", "Met O'Neil (Pat) +", "Met someone"),
        ("נועה כהן", "דיברתי עם נועה כהן היום", "דיברתי עם someone היום"),
    ],
)
def test_the_name_is_found_as_people_write_it(name: str, text: str, after: str) -> None:
    assert Mentions(name).taken_out(text) == after


def test_a_longer_name_that_holds_this_one_is_left_alone() -> None:
    mentions = Mentions("Ann Lee", others=("Ann Lee Smith",))

    assert mentions.taken_out("Ann Lee Smith met Ann Lee") == "Ann Lee Smith met someone"


def test_their_address_goes_with_the_name() -> None:
    assert Mentions("Ann Lee", addresses=("ann@lee.example",)).taken_out("To ann@lee.example") == "To someone"


def test_what_they_are_called_in_letters_goes_with_them(store: Store) -> None:
    full_debrief(store, went_well="Laughed with Pia Raman-Lund. Pia smiled.")
    address_as(store, PRIYA, "Dear Pia Raman-Lund", NOW)
    assert "Dear Pia Raman-Lund" in everything_on_disk(store)

    forgotten(store)

    assert "Pia Raman-Lund" not in everything_on_disk(store)
    assert workbook(store).interviews[0].went_well == "Laughed with someone. Pia smiled."


def test_another_person_s_greeting_is_theirs(store: Store) -> None:
    full_debrief(store)
    put(store, Person(id="pe-two", name="Dr. Priya Raman", company="Quill", salutation="Dear Priya Raman"))

    forgotten(store)

    assert [person.salutation for person in workbook(store).people] == ["Dear Priya Raman"]
