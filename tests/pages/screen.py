"""What a screen shows, and how a person answers it."""

from collections.abc import Iterator
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element

from lib.ui.debrief.steps import HEADINGS
from lib.workflows.drafts.debrief import STEPS

ANSWERS = (
    "text_input",
    "text_area",
    "button_group",
    "date_input",
    "time_input",
    "number_input",
    "selectbox",
    "checkbox",
)
READ_AS_MARKDOWN = {"body", "label", "help", "text", "content", "title", "caption"}
"""The fields in which Streamlit reads Markdown; cells, values, code and placeholders it shows as they are."""


START = "start of page"
"""The key of a button that only a script presses."""


def elements(block: Block, *, folded: bool = True) -> Iterator[Element | Block]:
    """Everything under a block, with what is folded away or without it."""
    for child in block.children.values():
        if not folded and child.type == "expander":
            continue
        yield child
        if isinstance(child, Block):
            yield from elements(child, folded=folded)


def field(app: AppTest, name: str) -> Any:
    """The widget of one answer, by the name of its field."""
    found = [one for one in elements(app.main) if str(getattr(one, "key", None) or "").endswith(f":{name}")]
    assert len(found) == 1, f"{name}: {[getattr(one, 'key', None) for one in elements(app.main)]}"
    return found[0]


def asked(app: AppTest) -> list[str]:
    """The names of the answers that the screen asks for, what is folded away left out."""
    return [
        str(one.key).partition(":")[2]
        for one in elements(app.main, folded=False)
        if one.type in ANSWERS and ":" in str(getattr(one, "key", None) or "")
    ]


def answer(app: AppTest, **answers: Any) -> AppTest:
    """Answer fields one after the other, the page running after each as it does in a browser."""
    for name, value in answers.items():
        field(app, name).set_value(value).run()
        assert not app.exception, app.exception[0].message
    return app


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception[0].message
    return app


def press(app: AppTest, label: str) -> AppTest:
    """Click the one button of that label."""
    (button,) = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception, app.exception[0].message
    return app


def keys(app: AppTest) -> set[str]:
    """The keys of the buttons on the page."""
    return {str(one.key) for one in app.main.button if one.key != START}


def problem(app: AppTest) -> str:
    """What the page warns of: why the last act was refused, or nothing."""
    return "\n".join(one.value for one in app.main.warning).replace("\\", "").replace("\u2060", "")


def offered(app: AppTest) -> list[str]:
    """The labels of the buttons that one sees."""
    return [button.label for button in app.main.button if button.key != START]


def words(app: AppTest) -> str:
    """All that is written on the page, as one text."""
    return "\n".join(text for one in elements(app.main) for text in _texts(one.proto, None))


def markdown(app: AppTest) -> str:
    """All that Streamlit reads as Markdown."""
    return "\n".join(
        text
        for one in elements(app.main)
        if one.type not in {"text", "code", "html"}
        for text in _texts(one.proto, READ_AS_MARKDOWN)
    )


def plain(app: AppTest) -> str:
    """The page's words as a reader sees them: what the escaping added taken away."""
    return words(app).replace("\\", "").replace("\u2060", "")


def _texts(message: Any, names: set[str] | None) -> Iterator[str]:
    if not isinstance(message, Message):
        return
    for descriptor, value in message.ListFields():
        values = value if descriptor.is_repeated else [value]
        for one in values:
            if descriptor.type == FieldDescriptor.TYPE_MESSAGE:
                yield from _texts(one, names)
            elif isinstance(one, str) and (names is None or descriptor.name in names):
                yield one


def on_to(app: AppTest, step: str) -> AppTest:
    """Press Next until the debrief is at that step."""
    for _ in STEPS:
        if app.title[0].value == HEADINGS[step]:
            return app
        click(app, "next")
    raise AssertionError(f"Next doesn't lead to {step!r}, but to {app.title[0].value!r}")
