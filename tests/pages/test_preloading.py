"""The program is loaded while the browser opens: all of the first page, and before anybody is there."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.browser.server import ROOT

TODAY = """
import sys
from streamlit.testing.v1 import AppTest
from lib.ui import loaded as parts, preloading, server
preloading.REST = ()
preloading.start()
parts.FIRST_PAGE.wait()
loaded = set(sys.modules)
app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception
print(*sorted(name for name in set(sys.modules) - loaded if name.startswith(("lib.", "pandas", "plotly", "numpy"))))
"""


def printed(script: str, folder: Path, more: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={
            "AFTERWORD_DATA": f"{folder}/data",
            "AFTERWORD_HOME": f"{folder}/home",
            "HOME": str(folder),
            "PATH": "",
            **(more or {}),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.strip()


def test_the_first_page_loads_nothing_more_of_the_program(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "sample", tmp_path / "data", dirs_exist_ok=True)
    assert printed(TODAY, tmp_path) == ""


FRAME = """
import sys
import streamlit
from streamlit.testing.v1 import AppTest
from lib.ui import loaded, server
loaded.FIRST_PAGE.wait = streamlit.stop
app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception
print(app.sidebar.button[0].label, *(name for name in ("pydantic", "numpy", "lib.store") if name in sys.modules))
"""


def test_the_frame_is_drawn_before_anything_that_reads_the_files_is_loaded(tmp_path: Path) -> None:
    assert printed(FRAME, tmp_path) == "Keyboard shortcuts"


SPARED = """
from streamlit import delta_generator
from lib.ui import loaded, preloading
spared = []
loaded.FRAME.set = lambda: spared.append(delta_generator._use_warning_has_been_displayed)
preloading.start()
preloading._loading.join()
print(spared[0])
"""


def test_no_element_of_the_frame_looks_for_a_prompt(tmp_path: Path) -> None:
    assert printed(SPARED, tmp_path) == "True"


PREPARED = """
from streamlit.testing.v1 import AppTest
from lib.ui import preloading, server
preloading.REST = ()
preloading.start()
preloading._loading.join()
from lib.store import Store
from lib.ui import context
from lib.ui.shared import practice_queue
def again(*given, **named):
    raise RuntimeError("once more")
Store.load = context.plan_for = practice_queue.queue = again
app = AppTest.from_file("app.py", default_timeout=60).run()
assert not app.exception
print(app.main.subheader[0].value)
"""


def test_the_first_page_finds_the_workbook_read_and_its_tasks_worked_out(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "sample", tmp_path / "data", dirs_exist_ok=True)
    now = {"AFTERWORD_NOW": "2026-11-20T19:00:00+01:00"}
    assert printed(PREPARED, tmp_path, now) == "To do"


def test_a_folder_that_can_not_be_read_is_left_to_the_page(tmp_path: Path) -> None:
    (tmp_path / "data" / "interviews.csv").mkdir(parents=True)
    script = "from lib.ui import preloading; preloading.start(); preloading._loading.join()"
    assert printed(script, tmp_path) == ""


REST = """
import sys
from lib.ui import preloading
preloading.DRAWING = 0.1
with preloading.run():
    pass
preloading.start()
with preloading.run():
    early = [name for name in sys.modules if name.startswith("lib.ui.settings.")]
preloading._loading_rest.join(0.2)
with preloading.run():  # a run waits for one module at most, and then nothing more is loaded while it lasts
    before = set(sys.modules)
    preloading._loading_rest.join(0.2)
    assert set(sys.modules) == before
assert preloading._loading_rest.is_alive()
preloading._loading_rest.join()
print(early, *(name in sys.modules for name in ("lib.ui.today.prep_sheet", "lib.ui.settings.preferences", "plotly")))
"""


def test_the_other_pages_are_loaded_after_the_first_one_and_between_runs(tmp_path: Path) -> None:
    assert printed(REST, tmp_path) == "[] True True True"


def test_the_server_is_up_before_the_program_is_loaded(tmp_path: Path) -> None:
    script = "import sys; from lib.ui import preloading, server; print('lib.store' in sys.modules)"
    assert printed(script, tmp_path) == "False"
