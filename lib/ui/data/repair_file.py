"""A file that can't be read: read in another way that the person sees first, or taken from a backup."""

from collections.abc import Sequence

import streamlit as st

from lib.english import counted, one_line
from lib.records.errors import AfterwordError
from lib.store import Problem
from lib.store.repair_options import RepairOption
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import bulleted, marked
from lib.workflows.repairing import repairs as repairing
from lib.workflows.repairing.repairs import BackupTable


def show(context: Context, problem: Problem) -> None:
    """The ways to read it, the newest backup that holds it whole, and its path for the person's editor."""
    try:
        readings = repairing.ways_to_read(context.store, problem.file)
    except AfterwordError:
        st.write(
            "The file can't be opened. Check that the disk is connected and that you may read the file. "
            "Then reload this page. The file is here:"
        )
        st.code(str(context.store.folder / problem.file), language=None, wrap_lines=True)
        return
    if readings:
        _readings(problem.file, readings)
    elif not repairing.can_start_anew(context.store, problem.file):
        st.write("There is no way to read it that would not be guessing.")
    held = repairing.find_file_in_backups(context.store, problem.file)
    if held:
        _from_backup(context, problem.file, held)
    elif repairing.can_start_anew(context.store, problem.file):
        st.write("The file is empty, and no backup has rows of it.")
        st.button("Begin it anew", key="anew", type="primary", on_click=_anew, args=(problem.file,))
    st.subheader("Or in your own editor", anchor=False)
    st.write("Correct the file, save it as CSV in UTF-8 with commas, and reload this page. The file is here:")
    st.code(str(context.store.folder / problem.file), language=None, wrap_lines=True)


def _readings(file: str, readings: Sequence[RepairOption]) -> None:
    st.subheader("Read it after all", anchor=False)
    if len(readings) > 1:
        names = [reading.name for reading in readings]
        chosen = st.selectbox("There is more than one way. Which is right?", names, key="way")
        reading = readings[names.index(chosen)]
    else:
        reading = readings[0]
    st.write(bulleted(reading.steps))
    left = f" {counted(reading.unread, 'row stays', 'rows stay')} left out until corrected." if reading.unread else ""
    st.write(marked("It then holds {} that can be read.{}", counted(reading.read, "row"), left))
    if reading.samples:
        st.write("By these words you see whether it is right:")
        st.text("\n".join(one_line(sample, 120) for sample in reading.samples))
    st.button("Write the file so", key="read so", type="primary", on_click=_read_so, args=(file, reading))


def _from_backup(context: Context, file: str, held: BackupTable) -> None:
    st.subheader("As a backup has it", anchor=False)
    when = context.spoken_moment(held.backup.at)
    st.write(
        marked(
            "In the backup of {} it holds {}. What was saved in it since is not among them; "
            "the file as it is now is backed up first.",
            when,
            counted(held.rows, "row"),
        )
    )
    st.button("Put this file back", key="file back", on_click=_put_back, args=(file, held))


def _read_so(file: str, reading: RepairOption) -> None:
    store, now = current_store(), clock()
    finish(lambda: repairing.read_so(store, file, reading, now), f"{file} can be read again.")


def _put_back(file: str, held: BackupTable) -> None:
    store, now = current_store(), clock()
    finish(lambda: repairing.put_file_back(store, held, file, now), f"{file} is as it was in the backup.")


def _anew(file: str) -> None:
    store, now = current_store(), clock()
    finish(lambda: repairing.start_anew(store, file, now), f"{file} starts empty now.")


def finish(verb: saving.Verb, sentence: str) -> None:
    """Run it, and close what was repaired if that went well."""
    saving.run(verb, sentence)
    routes.close()
