"""Several files replaced in one step: the new ones stand ready, a record says so, then they are put in place.

The step is taken once the record is durable; whoever finds the record later finishes it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from lib.english import mid_sentence
from lib.store import disk
from lib.store.copies import name_of_copy
from lib.store.edits import Edit, edited_files, same_cells
from lib.store.errors import SaveFailed
from lib.store.step import Step, Target, digest, record_of, step_of
from lib.store.tables import MODELS, Image, Table, Tables, read_table

PRIVATE = ".afterword"
"""The folder inside the data folder for drafts, undo and the redo record."""

RECORD = f"{PRIVATE}/redo.json"


def take(folder: Path, step: Step, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Replace ``files`` (name: old and new content) as one step. Raises ``SaveFailed`` where that was not possible.

    An error after the record was written is ambiguous; the files are read again, and what they say is said.
    """
    disk.make_folder(_kept_at(folder, step).parent)
    ready = _staged(folder, step, files)
    try:
        disk.write(folder / RECORD, record_of(ready))
    except OSError as error:
        _abandon(folder, ready, error)
    left = _finished(folder, ready)
    if left:
        raise SaveFailed(
            " ".join(left), "The rest was saved, and what you entered is kept.", "Look at it and save again."
        )


def _finished(folder: Path, step: Step) -> tuple[str, ...]:
    try:
        return finish(folder, step)
    except OSError:
        return _try_again(folder, step)


def _staged(folder: Path, step: Step, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> Step:
    targets: list[Target] = []
    try:
        for name, (old, new) in files.items():
            path = disk.real(folder / name)
            disk.make_folder(path.parent)
            staged = "" if new is None else disk.stage(path, new).name
            targets.append(Target(name, staged, digest(old), digest(new)))
        if not step.edits:  # else a file whose name is lost in a power cut is made once more from the edits
            _sync(_parents(folder, targets))
    except OSError as error:
        _sweep(folder, targets)
        raise failed(error) from error
    return replace(step, targets=tuple(targets))


def _parents(folder: Path, targets: Iterable[Target]) -> set[Path]:
    return {disk.real(folder / target.name).parent for target in targets}


def _sync(folders: Iterable[Path]) -> None:
    for folder in sorted(folders):
        disk.sync_folder(folder)


def _sweep(folder: Path, targets: Iterable[Target]) -> None:
    for target in targets:
        if target.staged:
            disk.discard(disk.real(folder / target.name).with_name(target.staged))


def _abandon(folder: Path, step: Step, error: OSError) -> None:
    """Take the step back while none of it is in place; where even that fails, say that it is still to come."""
    try:
        disk.remove(folder / RECORD)
        disk.sync_folder(folder / PRIVATE)
    except OSError:
        if _is_pending(folder):
            raise _waiting(step) from error
    _sweep(folder, step.targets)
    raise failed(OSError(error.errno, error.strerror)) from error  # whatever it was, nothing of it is written now


def _is_pending(folder: Path) -> bool:
    try:
        return pending(folder) is not None
    except (OSError, ValueError):
        return True


def _try_again(folder: Path, step: Step) -> tuple[str, ...]:
    try:
        return finish(folder, step)
    except OSError as error:
        states = _states(folder, step)
        if all(state == "new" for state in states):
            return ()
        if all(state == "old" for state in states):
            _abandon(folder, step, error)
        raise _waiting(step) from error


def _states(folder: Path, step: Step) -> list[str]:
    states = []
    for target in step.targets:
        try:
            now = digest(disk.read(disk.real(folder / target.name)))
        except OSError:
            now = "?"
        states.append("new" if now == target.new else "old" if now == target.old else "other")
    return states


def finish(folder: Path, step: Step) -> tuple[str, ...]:
    """Put everything in place that is not there yet, then the record away; doing it twice changes nothing.

    A file that somebody else has changed in between is not replaced: the rows are put into it one by one, and
    those that stand otherwise now are left. Returns a line for each of them.
    """
    left: list[str] = []
    for target in step.targets:
        left.extend(_put_in_place(folder, step, target))
    _sync(_parents(folder, step.targets))
    if not left:
        _drop(folder, step.drops)
    _sweep(folder, step.targets)
    _put_away(folder, step)
    return tuple(left)


def _put_away(folder: Path, step: Step) -> None:
    """The record is done with; where the step can be taken back, what it did stands in it."""
    record, kept = folder / RECORD, _kept_at(folder, step)
    if step.keepsake:
        disk.move(record, kept)
        disk.sync_folder(kept.parent)  # first, so that no power cut finds it in neither folder
    else:
        disk.remove(record)
    disk.sync_folder(record.parent)


def _kept_at(folder: Path, step: Step) -> Path:
    return folder / (step.keepsake.name if step.keepsake else RECORD)


def _drop(folder: Path, drops: tuple[tuple[str, str], ...]) -> None:
    for name, content in drops:
        if digest(disk.read(folder / name)) == content:
            disk.remove(folder / name)
    _sync(parent for parent in {(folder / name).parent for name, _ in drops} if disk.is_folder(parent))


def _put_in_place(folder: Path, step: Step, target: Target) -> tuple[str, ...]:
    path = disk.real(folder / target.name)
    now = disk.read(path)
    _keep_if_changed(folder, target.name, path, (target.old, target.new, digest(now)))  # a crash may have left it
    if digest(now) == target.new:
        return ()
    staged = path.with_name(target.staged) if target.staged else None
    ready = staged is None or digest(disk.read(staged)) == target.new
    if digest(now) == target.old and ready:
        _replace(folder, target.name, staged, target.old)
        return ()
    if target.name not in MODELS:
        return () if staged is None or not ready else _moved(staged, path)
    return _merge(folder, target.name, now, _edits_of(step, target.name))


def _replace(folder: Path, file: str, staged: Path | None, seen: str) -> None:
    """Put what is staged in a file's place, or nothing. What another program wrote there since the file was seen with
    that hash is kept beside it."""
    path = disk.real(folder / file)
    is_linked = seen != "" and disk.link(path, _second_name(path))
    disk.move(staged, path) if staged else disk.remove(path)
    if is_linked:
        _keep_if_changed(folder, file, path, (seen,))


def _second_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.before{disk.TEMPORARY}")


def _keep_if_changed(folder: Path, file: str, path: Path, known: Collection[str]) -> None:
    """What stood in a file's place until it was replaced: away with it if its content is known, else a copy of it to
    look at."""
    second = _second_name(path)
    data = disk.read(second)
    if data is not None and digest(data) not in known:
        disk.move(second, path.with_name(name_of_copy(file, digest(data)[:6])))
    elif data is not None:
        disk.remove(second)


def _edits_of(step: Step, file: str) -> list[Edit]:
    return [edit for edit in step.edits if edit.file == file]


def _moved(staged: Path, path: Path) -> tuple[str, ...]:
    disk.move(staged, path)
    return ()


def _merge(folder: Path, file: str, now: bytes | None, edits: list[Edit]) -> tuple[str, ...]:
    table = read_table(MODELS[file], Image(now))
    if table.failure or not edits:
        return (f"{file} was changed by another program and was left as it is.",)
    open_edits = [edit for edit in edits if not same_cells(table.cells(edit.key), edit.after)]
    fitting = [edit for edit in open_edits if _fits(table, edit)]
    if fitting:
        new = edited_files(Tables({file: table}, (), ""), fitting)[file]
        _replace(folder, file, disk.stage(disk.real(folder / file), new), digest(now))
    return tuple(
        f"The row {' '.join(edit.key)} in {file} was changed by another program and was left as it is."
        for edit in open_edits
        if edit not in fitting
    )


def _fits(table: Table, edit: Edit) -> bool:
    return edit.key not in table.blocked and same_cells(table.cells(edit.key), edit.before)


def pending(folder: Path) -> Step | None:
    """The step decided and not finished. Raises ``OSError`` or ``ValueError``: its record cannot be read."""
    data = disk.read(folder / RECORD)
    return None if data is None else step_of(data)


def seen_through(folder: Path, images: Mapping[str, Image]) -> dict[str, Image]:
    """The files as they will stand once the pending step is finished, so that nobody reads half of it."""
    seen = dict(images)
    try:
        if (step := pending(folder)) is None:
            return seen
        for target in step.targets:
            image = seen.get(target.name)
            if image and not image.failure and digest(image.data) == target.old:
                seen[target.name] = _ahead(folder, step, target, image)
    except (OSError, ValueError):
        return dict(images)
    return seen


def going(folder: Path) -> frozenset[str]:
    """The names of the files that the pending step takes away, whether or not it has come to that."""
    try:
        step = pending(folder)
    except (OSError, ValueError):
        return frozenset()
    return frozenset(target.name for target in (step.targets if step else ()) if not target.staged)


def _ahead(folder: Path, step: Step, target: Target, image: Image) -> Image:
    if not target.staged:
        return Image()
    data = disk.read(disk.real(folder / target.name).with_name(target.staged))
    if digest(data) == target.new:
        return Image(data)
    table, edits = read_table(MODELS[target.name], image), _edits_of(step, target.name)
    return Image(edited_files(Tables({target.name: table}, (), ""), edits)[target.name]) if edits else image


def failed(error: OSError) -> SaveFailed:
    """The sentence for a disk that would not take a save."""
    if isinstance(error, disk.Unconfirmed):
        return SaveFailed(
            f"It is written, but the disk did not confirm it: {_reason(error)}.",
            "After a power cut it might be gone.",
            "Please save once more.",
        )
    return SaveFailed(f"The save did not work: {_reason(error)}.")


def _reason(error: OSError) -> str:
    return mid_sentence(error.strerror or type(error).__name__)


def _waiting(step: Step) -> SaveFailed:
    return SaveFailed(
        f"The save of '{step.label}' is only half in place, because the disk stopped taking it.",
        "All of it is kept beside the files.",
        "It is completed at the next save, or when Afterword starts again.",
    )


def still_waiting(error: OSError) -> SaveFailed:
    """The sentence for an interrupted step that cannot be completed yet, so that nothing new may be written."""
    return SaveFailed(
        f"An earlier save that was interrupted cannot be completed yet: {_reason(error)}.",
        "All of it is kept beside the files, and so is what you entered.",
        "It is completed at the next save, or when Afterword starts again.",
    )
