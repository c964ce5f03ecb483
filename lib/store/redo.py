"""Several files replaced in one step: write the new ones, then a record of them, then put them in place.

The step is taken once the record is durable; the next start finishes it.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from lib.english import mid_sentence
from lib.store import disk
from lib.store.bounds import PRIVATE, PathPolicy, is_bare_filename
from lib.store.contents import digest
from lib.store.edits import RowEdit, edited_files, same_cells
from lib.store.errors import SaveFailed
from lib.store.links import has_no_links
from lib.store.replacing import keep_if_changed, put_in_place_of, second_name
from lib.store.step import SaveStep, Target, record_of, step_of
from lib.store.tables import MODELS, CsvTable, FileContent, Tables, read_table

RECORD = f"{PRIVATE}/redo.json"


class RecordRefused(ValueError):
    """A record that was found names files that are not the workbook's: nothing of it is done."""


def apply(where: PathPolicy, step: SaveStep, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Replace ``files`` (name: old and new content) as one step. Raises ``SaveFailed`` if that was not possible.

    An error after the record was written is ambiguous; so the files are read again to know.
    """
    disk.make_folder(_kept_at(where, step).parent)
    ready = _stage(where, step, files)
    record = record_of(ready)
    try:
        if _leads_out(where, ready):
            disk.make_folder(where.own_step_mark.parent)
            disk.write(where.own_step_mark, digest(record).encode())
        disk.write(where.folder / RECORD, record, follow=False)
    except OSError as error:
        _abandon(where, ready, error)
    left = _put_all_in_place(where, ready)
    _tidy_up(where, ready, left)
    if left:
        raise SaveFailed(
            " ".join(left), "The rest was saved, and what you entered is kept.", "Look at it and save again."
        )


def _put_all_in_place(where: PathPolicy, step: SaveStep) -> tuple[str, ...]:
    try:
        return put_all_in_place(where, step, anew=False)
    except OSError:
        return _try_again(where, step)


def _tidy_up(where: PathPolicy, step: SaveStep, left: tuple[str, ...]) -> None:
    for anew in (False, True):
        with suppress(OSError):  # all is in place; what is left to tidy, the next save or start does
            _tidy(where, step, left, anew=anew)
            return


def _stage(where: PathPolicy, step: SaveStep, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> SaveStep:
    targets: list[Target] = []
    for name in files:
        _refuse_dangling(where, name)
    try:
        for name, (old, new) in files.items():
            path = _target_path(where, name)
            disk.make_folder(path.parent)
            staged = "" if new is None else disk.stage(path, new).name
            targets.append(Target(name, staged, digest(old), digest(new)))
        if not step.edits:  # else a file whose name is lost in a power cut is made once more from the edits
            _sync(_parents(where, targets))
    except OSError as error:
        _sweep(where, targets)
        raise save_failed(error) from error
    return replace(step, targets=tuple(targets))


def _target_path(where: PathPolicy, name: str) -> Path:
    """Where a file is: a table behind the person's link is replaced at its target, anything else right here."""
    path = where.folder / name
    return disk.resolve(path) if name in MODELS and not has_no_links(where.folder, name) else path


def _refuse_dangling(where: PathPolicy, name: str) -> None:
    if not where.holds(name) and disk.read(_target_path(where, name)) is None:
        raise SaveFailed(f"{name} is a link to a file that isn't there, outside of the data folder.")


def _leads_out(where: PathPolicy, step: SaveStep) -> bool:
    return not all(where.holds(name) for name in (*(target.name for target in step.targets), *dict(step.drops)))


def _parents(where: PathPolicy, targets: Iterable[Target]) -> set[Path]:
    return {_target_path(where, target.name).parent for target in targets}


def _sync(folders: Iterable[Path]) -> None:
    for folder in sorted(folders):
        disk.sync_folder(folder)


def _sweep(where: PathPolicy, targets: Iterable[Target]) -> None:
    for target in targets:
        if target.staged:
            disk.discard(_target_path(where, target.name).with_name(target.staged))


def _abandon(where: PathPolicy, step: SaveStep, error: OSError) -> NoReturn:
    """Undo the step while none of it is in place; where even that fails, report that it is still pending."""
    try:
        disk.remove(where.folder / RECORD)
        disk.sync_folder(where.folder / PRIVATE)
    except OSError:
        if _is_pending(where):
            raise _half_done(step) from error
    _sweep(where, step.targets)
    raise save_failed(OSError(error.errno, error.strerror)) from error  # whatever it was, nothing of it is written now


def _is_pending(where: PathPolicy) -> bool:
    try:
        return pending(where) is not None
    except (OSError, ValueError):
        return True


def _try_again(where: PathPolicy, step: SaveStep) -> tuple[str, ...]:
    """Once more, with every file rewritten: after a failed fsync, the next one succeeds for lost data."""
    try:
        return put_all_in_place(where, step, anew=True)
    except OSError as error:
        states = _states(where, step)
        if all(state == "new" for state in states):
            raise save_failed(disk.Unconfirmed(error.errno, error.strerror)) from error
        if all(state == "old" for state in states):
            _abandon(where, step, error)
        raise _half_done(step) from error


def _states(where: PathPolicy, step: SaveStep) -> list[str]:
    states = []
    for target in step.targets:
        try:
            now = digest(disk.read(_target_path(where, target.name)))
        except OSError:
            now = "?"
        states.append("new" if now == target.new else "old" if now == target.old else "other")
    return states


def finish(where: PathPolicy, step: SaveStep) -> tuple[str, ...]:
    """Complete a step that was interrupted, perhaps by a disk that failed: what is in place already is rewritten.

    A file that somebody else has changed in between is not replaced: the rows are put into it one by one, and those
    that changed are left. Returns a line for each of them. Doing it twice changes nothing.
    """
    left = put_all_in_place(where, step, anew=True)
    _tidy(where, step, left, anew=True)
    return left


def put_all_in_place(where: PathPolicy, step: SaveStep, *, anew: bool) -> tuple[str, ...]:
    """Put everything in place that is not there yet, durably; ``anew`` also rewrites what is."""
    left: list[str] = []
    for target in step.targets:
        left.extend(_put_in_place(where, step, target, anew=anew))
    _sync(_parents(where, step.targets))
    return tuple(left)


def _tidy(where: PathPolicy, step: SaveStep, left: tuple[str, ...], *, anew: bool) -> None:
    if not left:
        _drop(where, step.drops, anew=anew)
    _sweep(where, step.targets)
    _put_away(where, step, anew=anew)
    if _leads_out(where, step):
        disk.discard(where.own_step_mark)


def _put_away(where: PathPolicy, step: SaveStep, *, anew: bool) -> None:
    """The record is done with; where something of the step stays, it is that."""
    record, kept = where.folder / RECORD, _kept_at(where, step)
    if not step.history:
        disk.remove(record)
    elif not anew:
        disk.move(record, kept)
        disk.sync_folder(kept.parent)  # first, so that no power cut finds it in neither folder
    else:
        if disk.read(record) is not None:
            disk.move(record, kept)
        disk.write_again(kept)
    disk.sync_folder(record.parent)


def _kept_at(where: PathPolicy, step: SaveStep) -> Path:
    return where.folder / (step.history.name if step.history else RECORD)


def _drop(where: PathPolicy, drops: tuple[tuple[str, str], ...], *, anew: bool) -> None:
    paths = [(where.folder / name, content) for name, content in drops]
    for path, content in paths:
        data = disk.read(path)
        if digest(data) == content or (anew and data == b""):
            disk.remove(path)
        elif data is None and anew and disk.is_folder(path.parent):
            disk.remove_again(path)
    _sync(parent for parent in {path.parent for path, _ in paths} if disk.is_folder(parent))


def _put_in_place(where: PathPolicy, step: SaveStep, target: Target, *, anew: bool) -> tuple[str, ...]:
    path = _target_path(where, target.name)
    now = disk.read(path)
    staged = path.with_name(target.staged) if target.staged else None
    ready = staged is None or digest(disk.read(staged)) == target.new
    for old in (second_name(path), *([staged] if staged and not ready else [])):  # a crash may have left one
        keep_if_changed(path, old, (target.old, target.new, digest(now)))
    if digest(now) == target.new:
        if anew:
            disk.remove_again(path) if now is None else disk.write_again(path)
        return ()
    if digest(now) == target.old and ready:
        put_in_place_of(path, staged, target.old)
        return ()
    if target.name not in MODELS:
        return () if staged is None or not ready else _move(staged, path)
    return _merge(path, target.name, now, _edits_of(step, target.name), anew=anew)


def _edits_of(step: SaveStep, file: str) -> list[RowEdit]:
    return [edit for edit in step.edits if edit.file == file]


def _move(staged: Path, path: Path) -> tuple[str, ...]:
    disk.move(staged, path)
    return ()


def _merge(path: Path, file: str, now: bytes | None, edits: list[RowEdit], *, anew: bool) -> tuple[str, ...]:
    table = read_table(MODELS[file], FileContent(now))
    if table.failure or not edits:
        return (f"{file} was changed by another program and was left as it is.",)
    open_edits = [edit for edit in edits if not same_cells(table.cells(edit.key), edit.after)]
    fitting = [edit for edit in open_edits if _fits(table, edit)]
    if fitting:
        new = edited_files(Tables({file: table}, (), ""), fitting)[file]
        put_in_place_of(path, disk.stage(path, new), digest(now))
    elif anew:
        disk.write_again(path)
    return tuple(
        f"The row {' '.join(edit.key)} in {file} was changed by another program and was left as it is."
        for edit in open_edits
        if edit not in fitting
    )


def _fits(table: CsvTable, edit: RowEdit) -> bool:
    return edit.key not in table.blocked and same_cells(table.cells(edit.key), edit.before)


def pending(where: PathPolicy) -> SaveStep | None:
    """The step decided and not finished. Raises ``OSError`` or ``ValueError``: its record cannot be read, and
    ``RecordRefused``: it names what is not the workbook's."""
    data = disk.read(where.folder / RECORD)
    if data is None:
        return None
    step = step_of(data)
    if not _is_within(where, step) and disk.read(where.own_step_mark) != digest(data).encode():
        raise RecordRefused("the record names files outside of the workbook")
    return step


def _is_within(where: PathPolicy, step: SaveStep) -> bool:
    """Whether all that the step names is the workbook's own: a record that was found is not taken at its word."""
    return (
        all(where.may_replace(target.name) for target in step.targets)
        and all(not target.staged or _is_staged(target) for target in step.targets)
        and all(where.may_drop(name) for name, _ in step.drops)
        and (step.history is None or where.may_keep(step.history.name))
    )


def _is_staged(target: Target) -> bool:
    return is_bare_filename(target.staged) and target.staged.endswith(disk.TEMPORARY)


def with_pending(where: PathPolicy, images: Mapping[str, FileContent]) -> dict[str, FileContent]:
    """The files as they will be once the pending step is finished, so that nobody reads half of it."""
    shown = dict(images)
    try:
        if (step := pending(where)) is None:
            return shown
        for target in step.targets:
            image = shown.get(target.name)
            if image and not image.failure and digest(image.data) == target.old:
                shown[target.name] = _pending_content(where, step, target, image)
    except (OSError, ValueError):
        return dict(images)
    return shown


def pending_removals(where: PathPolicy) -> frozenset[str]:
    """The names of the files that the pending step takes away, whether or not it got that far."""
    try:
        step = pending(where)
    except (OSError, ValueError):
        return frozenset()
    return frozenset(target.name for target in (step.targets if step else ()) if not target.staged)


def _pending_content(where: PathPolicy, step: SaveStep, target: Target, image: FileContent) -> FileContent:
    if not target.staged:
        return FileContent()
    data = disk.read(_target_path(where, target.name).with_name(target.staged))
    if digest(data) == target.new:
        return FileContent(data)
    table, edits = read_table(MODELS[target.name], image), _edits_of(step, target.name)
    return FileContent(edited_files(Tables({target.name: table}, (), ""), edits)[target.name]) if edits else image


def save_failed(error: OSError) -> SaveFailed:
    """The sentence for a disk that would not take a save."""
    if isinstance(error, disk.Unconfirmed):
        return SaveFailed(
            f"It's written, but the disk didn't confirm it: {_reason(error)}.",
            "It might be lost in a power cut.",
            "Please save again.",
        )
    if isinstance(error, PermissionError):
        return SaveFailed(
            f"The save didn't work: {_reason(error)}.",
            next_step="If another program has the file open, close it there, and try again.",
        )
    return SaveFailed(f"The save didn't work: {_reason(error)}.")


def _reason(error: OSError) -> str:
    return mid_sentence(error.strerror or type(error).__name__)


def _half_done(step: SaveStep) -> SaveFailed:
    return SaveFailed(
        f"The save of '{step.label}' is only half done, because the disk stopped.",
        "All of it is kept beside the files.",
        "It is completed at the next save, or when Afterword starts again.",
    )


def still_pending(error: OSError) -> SaveFailed:
    """The sentence for an interrupted step that cannot be completed yet, so that nothing new may be written."""
    return SaveFailed(
        f"An earlier save was interrupted and can't be completed yet: {_reason(error)}.",
        "All of it is kept beside the files, and so is what you entered.",
        "It is completed at the next save, or when Afterword starts again.",
    )
