"""The tables of known tools: the columns that identify each, and the meaning of each column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lib.exchange.importing.dates import NumericOrder
from lib.exchange.importing.fields import LEAVE, Holds
from lib.exchange.importing.grid import Grid, header_key


@dataclass(frozen=True)
class ToolTable:
    """A table of one tool. ``columns`` lead from a header (as ``header_key`` gives it) to a field; others are left out.

    ``known_by`` are headers that together no other table has.
    """

    tool: str
    what: str
    holds: Holds
    known_by: frozenset[str]
    columns: Mapping[str, str]
    order: NumericOrder | None = None
    usual: Mapping[str, str] = field(default_factory=dict)
    """Values for every row that has none of its own: 'applied' for a list of applications."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Better names for columns that go into the notes."""
    rank: int = 0
    """Tables of a lower rank are read first: where two have a row for the same thing, the first one counts."""

    @property
    def source(self) -> str:
        """'LinkedIn, job applications'."""
        return f"{self.tool}, {self.what}"

    def field_of(self, header: str) -> str:
        """What a column of this table is."""
        return self.columns.get(header_key(header), LEAVE)


def _keys(text: str) -> frozenset[str]:
    return frozenset(header_key(part) for part in text.split(","))


def _columns(**headers: str) -> dict[str, str]:
    return {header_key(part): name for name, parts in headers.items() for part in parts.split(",")}


LINKEDIN_APPLICATIONS = ToolTable(
    "LinkedIn",
    "job applications",
    "applications",
    _keys("Application Date,Company Name,Job Title,Job Url"),
    _columns(
        applied_on="Application Date",
        company="Company Name",
        role="Job Title",
        url="Job Url",
        notes="Resume Name,Question And Answers",
    ),
    order="mdy",
    usual={"status": "applied", "source": "LinkedIn"},
)
LINKEDIN_SAVED = ToolTable(
    "LinkedIn",
    "saved jobs",
    "applications",
    _keys("Saved Date,Job Url,Job Title,Company Name"),
    _columns(saved_on="Saved Date", url="Job Url", role="Job Title", company="Company Name"),
    order="mdy",
    usual={"status": "interested", "source": "LinkedIn"},
    rank=1,
)
LINKEDIN_CONNECTIONS = ToolTable(
    "LinkedIn",
    "connections",
    "people",
    _keys("First Name,Last Name,Company,Position,Connected On"),
    _columns(
        first_name="First Name",
        last_name="Last Name",
        linkedin="URL",
        email="Email Address",
        company="Company",
        title="Position",
        connected_on="Connected On",
    ),
    order="mdy",
    usual={"kind": "contact"},
    rank=2,
)
LINKEDIN_RECOMMENDATIONS = ToolTable(
    "LinkedIn",
    "recommendations that you received",
    "people",
    _keys("First Name,Last Name,Company,Job Title,Text,Creation Date,Status"),
    _columns(first_name="First Name", last_name="Last Name", company="Company", title="Job Title", notes="Text"),
    order="mdy",
    usual={"kind": "reference"},
    labels={"Text": "Recommendation"},
    rank=3,
)
HUNTR = ToolTable(
    "Huntr",
    "jobs",
    "applications",
    _keys("id,createdAt,title,listName,companyName,boardName"),
    _columns(
        id="id",
        saved_on="createdAt",
        role="title",
        notes="salary,deadline",
        location="location",
        url="url",
        source="rootDomain",
        description="htmlDescription",
        status_on="lastMovedAt",
        status="listName",
        company="companyName",
    ),
)
SIMPLIFY = ToolTable(
    "Simplify",
    "applications",
    "applications",
    _keys("Job Title,Company Name,Job URL,Applied Date,Status,Status Date"),
    _columns(
        role="Job Title",
        company="Company Name",
        url="Job URL",
        applied_on="Applied Date",
        status="Status",
        status_on="Status Date",
        notes="Archived,Date Archived,Notes",
    ),
)
TEAL_LONG = ToolTable(
    "Teal",
    "job tracker",
    "applications",
    _keys("Job Position,Company,Status,Date Saved,Date Applied,Excitement"),
    _columns(
        role="Job Position",
        company="Company",
        location="Location",
        status="Status",
        saved_on="Date Saved",
        applied_on="Date Applied",
        url="Job URL,URL,Link",
        notes="Max. Salary,Min. Salary,Salary,Deadline,Follow up,Excitement,Notes",
    ),
)
TEAL_SHORT = ToolTable(
    "Teal",
    "job tracker",
    "applications",
    _keys("Company Name,Job Title,Status,Job URL,Location,Salary"),
    _columns(
        company="Company Name",
        role="Job Title",
        status="Status",
        url="Job URL",
        location="Location",
        saved_on="Date Saved",
        applied_on="Date Applied",
        notes="Salary,Notes,Deadline,Excitement",
    ),
)
JOBSYNC = ToolTable(
    "JobSync",
    "jobs",
    "applications",
    _keys("createdAt,applied,appliedDate,Company,JobTitle,JobSource,Status"),
    _columns(
        saved_on="createdAt",
        is_applied="applied",
        applied_on="appliedDate",
        company="Company",
        role="JobTitle",
        work_mode="workplaceType",
        location="Location",
        source="JobSource",
        status="Status",
        notes="jobType",
    ),
)
TABLES: Final = (
    LINKEDIN_APPLICATIONS,
    LINKEDIN_SAVED,
    LINKEDIN_CONNECTIONS,
    LINKEDIN_RECOMMENDATIONS,
    HUNTR,
    SIMPLIFY,
    TEAL_LONG,
    TEAL_SHORT,
    JOBSYNC,
)
KNOWN_HEADERS: Final = tuple(table.known_by for table in TABLES)


def recognised(table: Grid) -> ToolTable | None:
    """The tool's table that this is: of all whose columns are there, the one with the most; or None."""
    keys = {header_key(header) for header in table.header}
    fitting = [known for known in TABLES if known.known_by <= keys]
    return max(fitting, key=lambda known: len(known.known_by), default=None)
