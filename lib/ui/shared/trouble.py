"""What the store found wrong with the files, in words, and the way back to a state that was whole."""

from collections.abc import Sequence

import streamlit as st

from lib.english import counted, listed, sentence_case
from lib.records.errors import AfterwordError
from lib.store import Problem
from lib.ui import routes, session
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import missing_folder

_SHOWN = 50
_NAMED = 5


def show(context: Context) -> None:
    """Why nothing can be saved, which rows are left out, and the backups; nothing if all is well.

    What another program overwrote comes first, if it can be brought back. Where the folder is gone, nothing else is
    shown.
    """
    if context.store.is_missing():
        missing_folder.show(context)
        st.stop()
    problems = context.loaded.problems
    if context.loaded.read_only:
        st.warning(marked("**Read-only for now.** {}", context.loaded.read_only))
        _offer_backups(context)
    elif _show_overwritten(context):
        problems = tuple(each for each in problems if each.kind != "reference")  # to what is brought back
    _show_damaged_drafts(context)
    if problems:
        _list_problems(context, problems)


def _show_overwritten(context: Context) -> bool:
    try:
        found = context.store.overwritten(context.loaded)
    except AfterwordError as error:
        st.warning(escaped(error.sentence))
        return False
    if not found.edits:
        return False
    from lib.workflows.repairing import overwritten  # rarely needed

    lost = overwritten.entries(context.loaded, found, context.today, context.dates)
    with st.container(border=True, key="overwritten"):
        st.markdown(
            marked(
                "**Another program overwrote {} that you saved.** A spreadsheet probably had an older copy of {} open. "
                "You can get back what you saved:",
                counted(len(lost), "entry", "entries"),
                overwritten.files(found),
            )
        )
        lines = [marked("- {}", f"{sentence_case(entry.name)} {overwritten.sentence(entry)}") for entry in lost]
        st.markdown(joined("\n", lines[:_NAMED]))
        if len(lines) > _NAMED:
            st.markdown(marked("And {} more.", len(lines) - _NAMED))
        with st.container(horizontal=True):
            st.button("Bring back what I saved", key="bring back overwritten", on_click=_bring_back)
            st.button("Keep the files as they are", key="leave overwritten", type="tertiary", on_click=_leave)
        st.caption("This keeps what the other program changed, and you can undo it.")
    return True


def _show_damaged_drafts(context: Context) -> None:
    try:
        names = context.store.drafts.unreadable()
    except AfterwordError:
        return  # the page tells that where it shows drafts
    if names and st.query_params.get("view") != "check":  # there each has a card
        with st.container(border=True, key="damaged_drafts"):
            what = f"{counted(len(names), 'unfinished draft is', 'unfinished drafts are')} damaged"
            sentence = "**{}.** Your saved entries aren't affected. In .afterword/drafts: {}"
            st.markdown(marked(sentence, what, listed(names[:_NAMED])))
            routes.data("check").link("Repair or discard them" if len(names) > 1 else "Repair or discard it")


def _bring_back() -> None:
    store, now = current_store(), clock()
    saving.run(lambda: store.bring_back(now), "What you saved is back.")


def _leave() -> None:
    current_store().leave_overwritten(clock())
    session.clear_problem()
    session.set_notice("The files stay as they are.")


def _list_problems(context: Context, problems: Sequence[Problem]) -> None:
    rows = context.loaded.unreadable_rows()
    files = [problem.file for problem in problems if problem.severity == "file"]
    left_out = listed([*([counted(rows, "row")] if rows else []), *(f"all of {file}" for file in files)])
    notes = counted(len(problems), "note on your files", "notes on your files")
    title = f"{sentence_case(left_out)} left out, because it can't be read" if left_out else notes
    with st.expander(escaped(title)):
        st.write("Nothing in your files was changed or deleted.")
        routes.data("check").link("Check the files")
        for problem in problems[:_SHOWN]:
            where = f"{problem.file}, line {problem.line}" if problem.line else problem.file
            st.text(f"{where}: {problem.reason}")
        if len(problems) > _SHOWN:
            st.write(
                marked("And {} more. `python -m lib.store.check FOLDER` lists all of them.", len(problems) - _SHOWN)
            )


def _offer_backups(context: Context) -> None:
    backups = context.store.backups.list()[:5]
    if not backups:
        return
    with st.expander("Put the files back as they were"):
        st.write("Your files are backed up first, so you can undo this too.")
        for backup in backups:
            st.button(
                marked("As of {}", context.spoken_moment(backup.at)),
                key=f"restore {backup.id}",
                on_click=_restore,
                args=(backup.id,),
            )


def _restore(backup_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: store.backups.restore(backup_id, now), "Your files are restored.")
