"""The HTML pages that go out: every word of the person's escaped, no script, nothing fetched.

The colours of the paper are ``ink``.
"""

from functools import cache

from jinja2 import PackageLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from lib.palette import PAPER


@cache
def template(name: str) -> Template:
    """The template of that name."""
    environment = SandboxedEnvironment(
        loader=PackageLoader("lib.exchange", "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["ink"] = PAPER
    return environment.get_template(name)
