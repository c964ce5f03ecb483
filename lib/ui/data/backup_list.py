"""The backups: a file to download, the automatic ones, and one of them beside the present."""

from collections.abc import Mapping

import streamlit as st

from lib.dates import DateStyle
from lib.english import counted, sentence_case
from lib.records.errors import AfterwordError
from lib.store import Backup
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.data import restore
from lib.ui.data.entry_changes import show_entry
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.shared import breadcrumbs
from lib.ui.shared.breadcrumbs import Crumb
from lib.workflows.repairing.conflict_copies import copies_in, lay_out_again
from lib.workflows.repairing.looking_back import EntryChange, LookBack, look_back, take_back

_AT_ONCE = 12
_HEADINGS: Mapping[str, SafeText] = {
    "gone": "Not here any more",
    "different": "Different now",
    "new": "New since then",
}


def open_backup(context: Context) -> Backup | None:
    """The backup that the address names."""
    wanted = st.query_params.get("backup", "")
    return next((backup for backup in context.store.backups.list() if backup.id == wanted), None) if wanted else None


def show(context: Context) -> None:
    """The backup in one file, and the list of the automatic ones."""
    backups = context.store.backups.list()
    if "backup" in st.query_params:
        st.info("This backup is gone or can't be read. Afterword keeps fewer of the older ones.")
    restore.show(context)
    _list(context, backups)


def _list(context: Context, backups: tuple[Backup, ...]) -> None:
    st.subheader("Automatic backups", anchor=False)
    if not backups:
        st.write(
            "Your first automatic backup comes with your next changes: at most one every half hour, and one before "
            "anything big."
        )
        return
    st.write("Open one to see what's different now, and bring back one entry or everything.")
    shown = backups if st.session_state.get("all backups") else backups[:_AT_ONCE]
    for backup in shown:
        with st.container(horizontal=True, vertical_alignment="center", key=f"backup_{backup.id}"):
            when = sentence_case(context.spoken_moment(backup.at))
            st.markdown(marked("**{}**  \n{} · {}", when, backup.reason, _size(backup.size)), width="stretch")
            st.button("Open", key=f"open {backup.id}", on_click=routes.set_query, kwargs={"backup": backup.id})
    if len(backups) > _AT_ONCE:
        st.toggle(marked("Show all {}", len(backups)), key="all backups")
    st.caption(
        "At most one every half hour, and one before anything big. Older ones: one a day for a month, then one a week. "
        "Backups are kept here:"
    )
    st.code(str(context.store.home), language=None, wrap_lines=True)


def show_one(context: Context, backup: Backup) -> None:
    """One backup beside now."""
    name = f"As of {context.spoken_moment(backup.at)}"
    breadcrumbs.show("Your data", Crumb("Backups", routes.data("backups").open_here), here=name, back=routes.reset)
    st.title(escaped(name), anchor=False)
    st.write(marked("{} · {}", backup.reason, _size(backup.size)))
    try:
        found = look_back(context.store, context.loaded, backup.id, context.today, context.dates)
    except AfterwordError as error:
        st.warning(escaped(error.sentence))
        return
    st.write(marked("**{}**", found.sentence))
    _remarks(found)
    for kind, heading in _HEADINGS.items():
        _entries(context, backup, [entry for entry in found.entries if entry.kind == kind], heading)
    _copies(context, backup)
    _restore_all(backup, found)


def _remarks(found: LookBack) -> None:
    if found.unread:
        st.write(escaped(f"Not compared, because one of the two cannot be read: {', '.join(found.unread)}."))
    if found.rewritten:
        st.write(escaped(f"With the same entries, but not byte for byte the same: {', '.join(found.rewritten)}."))


def _entries(context: Context, backup: Backup, entries: list[EntryChange], heading: SafeText) -> None:
    if not entries:
        return
    st.subheader(heading, anchor=False)
    if entries[0].kind == "different":
        st.write("Each entry becomes what it was then. Anything you added since stays.")
    more = f"all {heading}"
    for entry in entries if st.session_state.get(more) else entries[:_AT_ONCE]:
        _entry(context, backup, entry)
    if len(entries) > _AT_ONCE:
        st.toggle(marked("Show all {}", len(entries)), key=more)


def _entry(context: Context, backup: Backup, entry: EntryChange) -> None:
    def button(name: str) -> None:
        st.button("Take it back", key=f"take {name}", on_click=_take_back, args=(backup.id, entry, context.dates))

    show_entry(entry, ("Then", "Now"), context.dates, button if entry.kind != "new" else None)


def _copies(context: Context, backup: Backup) -> None:
    for copy in copies_in(context.store, backup.id):
        with st.container(horizontal=True, vertical_alignment="center", key=f"copy_{copy}"):
            st.markdown(escaped(f"{copy}, the copy that a sync program had made."), width="stretch")
            st.button("Lay it out again", key=f"lay {copy}", on_click=_lay_out, args=(backup.id, copy))


def _lay_out(backup_id: str, copy: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: lay_out_again(store, backup_id, copy, now), "The copy is back beside its file.")
    routes.data("check").open_here()


def _restore_all(backup: Backup, found: LookBack) -> None:
    if not (found.entries or found.unread or found.rewritten):
        return
    with st.popover("Restore all of it", key="restore all"):
        new = len(found.of("new"))
        lost = f" {counted(new, 'entry is', 'entries are')} newer and would go." if new else ""
        st.write(
            marked(
                "All files become what they were then.{} Today's files are backed up first, and you can undo it.", lost
            )
        )
        st.button("Yes, restore all of it", key="yes restore", type="primary", on_click=_restore, args=(backup.id,))


def _take_back(backup_id: str, entry: EntryChange, dates: DateStyle) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: take_back(store, backup_id, entry.file, entry.key, now, dates), f"As it was then: {entry.name}.")


def _restore(backup_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: store.backups.restore(backup_id, now), "Restored.")
    routes.close()


def _size(size: int) -> str:
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
