"""Check and repair: what the store found in the files, what it means, and the ways to put it right."""

from collections.abc import Mapping

import streamlit as st

from lib.english import counted
from lib.records.errors import AfterwordError
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.data import conflict_copies, damaged_draft_list, repair_file, repair_row, spreadsheet_saved
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, bulleted, escaped, marked
from lib.ui.shared import breadcrumbs
from lib.ui.shared.breadcrumbs import Crumb
from lib.workflows.repairing import folder_maintenance
from lib.workflows.repairing.repairs import RepairFinding, findings

_AT_ONCE = 20
_VERBS: Mapping[str, SafeText] = {"copy": "Look at both", "columns": "", "name": ""}
_DETAILS = {
    "unreadable": repair_row.show_cells,
    "double": repair_row.show_cells,
    "reference": repair_row.show_reference,
    "seal": repair_row.show_seal,
    "file": repair_file.show,
    "copy": conflict_copies.show,
}


def to_check(context: Context) -> int:
    """How many things need a check, damaged drafts included."""
    return len(findings(context.loaded)) + len(context.store.drafts.unreadable())


def open_finding(context: Context) -> RepairFinding | None:
    """The finding that the address names."""
    wanted = st.query_params.get("finding", "")
    return next((each for each in findings(context.loaded) if each.address == wanted), None) if wanted else None


def show_one(context: Context, finding: RepairFinding) -> None:
    """One finding, with the repairs there are."""
    check = Crumb("Check", routes.data("check").open_here)
    breadcrumbs.show("Your data", check, here=_title(finding), back=routes.reset)
    st.title(escaped(_title(finding)), anchor=False)
    st.write(marked("**{}**  \n{}", finding.problem.reason, finding.meaning))
    if len(finding.places) > 1:
        st.text("\n".join(finding.places))
    _DETAILS[finding.problem.kind](context, finding.problem)


def show(context: Context) -> None:
    """All that was found."""
    found = findings(context.loaded)
    if "finding" in st.query_params:
        st.info("This is already fixed.")
    _list(context, found)
    _show_version(context)


def _list(context: Context, found: tuple[RepairFinding, ...]) -> None:
    drafts = context.store.drafts.unreadable()
    if not found and not drafts:
        st.write("No problems found.")
        return
    st.write(
        marked(
            "{} found. Nothing was deleted. A repair makes a backup first, and you can undo it.",
            counted(len(found) + len(drafts), "problem").capitalize(),
        )
    )
    spreadsheet_saved.show(context, found)
    for finding in found if st.session_state.get("all findings") else found[:_AT_ONCE]:
        _card(finding)
    if len(found) > _AT_ONCE:
        st.toggle(marked("Show all {}", len(found)), key="all findings")
    damaged_draft_list.show(context)


def _card(finding: RepairFinding) -> None:
    with (
        st.container(border=True, key=f"finding_{finding.address}"),
        st.container(horizontal=True, vertical_alignment="center"),
    ):
        text = marked("**{}**  \n{}  \n:gray[{}]", _title(finding), finding.problem.reason, finding.meaning)
        st.markdown(text, width="stretch")
        verb = _VERBS.get(finding.problem.kind, "Repair it")
        if verb:
            st.button(verb, key=f"mend {finding.address}", on_click=_open, args=(finding.address,))


def _title(finding: RepairFinding) -> str:
    more = f", and {counted(len(finding.places) - 1, 'more row')}" if len(finding.places) > 1 else ""
    name = f"{finding.name} ({finding.places[0]})" if finding.name else finding.places[0]
    return f"{name}{more}"


def _open(address: str) -> None:
    routes.finding(address).open_here()


def _show_version(context: Context) -> None:
    """The version, and for files of an earlier one the report of what would change, with the button that does it."""
    try:
        plan = folder_maintenance.pending_migration(context.store)
    except AfterwordError:
        return  # what keeps the files from being read is shown above
    if not plan.changes and not plan.version:
        return
    if not plan.changes:
        st.write(marked("Up to date (version {}).", plan.version))
        return
    st.subheader("The version of your files", anchor=False)
    if context.loaded.read_only:
        st.write("What settings.csv says of their version is damaged, so nothing is written. Once it's repaired,")
    else:
        st.write("They're from an earlier version, and work as they are. Bringing them up to date does this:")
    st.write(bulleted(plan.changes))
    st.write("Your entries stay the same. A backup is made first, and you can undo it.")
    label = "Repair the version" if context.loaded.read_only else "Bring them up to date"
    st.button(label, key="migrate", on_click=_migrate)


def _migrate() -> None:
    store, now = current_store(), clock()
    saving.run(lambda: folder_maintenance.migrate(store, now), "Your files are up to date.")
