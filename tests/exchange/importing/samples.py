"""Files as other tools write them, small, with their quirks."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.dates import DAY_FIRST
from lib.exchange.importing.choices import ImportChoices, ReadingTime
from lib.exchange.importing.parsed_rows import FileReading
from lib.exchange.importing.table_reading import read_table
from lib.exchange.importing.upload import opened

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 0, tzinfo=ZONE)
MOMENT = ReadingTime(NOW, ZONE, dates=DAY_FIRST)

LINKEDIN_APPLICATIONS = (
    "\ufeffApplication Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
    "Question And Answers\r\n"
    '"11/20/24, 8:15 AM",me@example.com,+49 555,Northwind,Data engineer,'
    'https://www.linkedin.com/jobs/view/4000000001,cv.pdf,"Years of Python:7 | Notice, in weeks:4"\r\n'
    '"1/2/25, 11:05\u202fPM",me@example.com,+49 555,"Harbour, Lane & Co",Analyst,'
    "https://www.linkedin.com/jobs/view/4000000002,cv.pdf,\r\n"
)
LINKEDIN_APPLICATIONS_1 = (
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
    "Question And Answers\n"
    '"3/4/26, 9:00 AM",me@example.com,,Quill,Team lead,https://www.linkedin.com/jobs/view/4000000003,,\n'
    '"11/20/24, 8:15 AM",me@example.com,,Northwind,Data engineer,https://www.linkedin.com/jobs/view/4000000001,,\n'
)
LINKEDIN_SAVED = (
    "Saved Date,Job Url,Job Title,Company Name\n"
    '"10/1/26, 7:00 AM",http://www.linkedin.com/jobs/view/4000000009,Product manager,Tessera\n'
    '"10/2/24, 7:00 AM",https://www.linkedin.com/jobs/view/4000000002,Analyst,"Harbour, Lane & Co"\n'
)
LINKEDIN_CONNECTIONS = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only '
    'see email addresses for connections who have allowed it, see https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Priya,Raman,https://www.linkedin.com/in/priya-raman,,Northwind,Head of data,12 Mar 2024\n"
    "Tomasz,Nowak,https://www.linkedin.com/in/tnowak,t@example.com,Quill,Engineer,01 Feb 2023\n"
    ",,,,,,20 Jan 2022\n"
)
LINKEDIN_RECOMMENDATIONS = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Tomasz,Nowak,Oakline,Lead,"We built the billing system together.\nI would again.","02/03/23, 07:44 AM",VISIBLE\n'
)
HUNTR = (
    "id,createdAt,title,salary,location,url,rootDomain,htmlDescription,deadline,color,lastMovedAt,boardId,boardName,"
    "listId,listName,companyId,companyName,companyDomain,creatorUserId,creatorUserFirstName,creatorUserLastName,"
    "creatorUserEmail\n"
    "5f1,2026-09-01T21:30:00.000Z,Data scientist,80000,Berlin,https://tessera.example/jobs/1,tessera.example,"
    '"<p>Build <b>models</b></p><script>alert(1)</script><ul><li>SQL &amp; dbt</li></ul>",,#fff,'
    "2026-10-05T22:30:00.000Z,b1,Search 2026,l1,Interview,c1,Tessera,tessera.example,u1,Me,Myself,me@example.com\n"
    "5f2,2026-09-02T08:00:00.000Z,Analyst,,,https://oakline.example/2,oakline.example,,,,2026-09-03T08:00:00.000Z,"
    "b1,Search 2026,l2,Wishlist,c2,Oakline,oakline.example,u1,Me,Myself,me@example.com\n"
    "5f3,2026-09-02T08:00:00.000Z,Analyst,,,https://m.example/2,m.example,,,,2026-09-08T08:00:00.000Z,"
    "b1,Search 2026,l2,Second coffee,c2,Meridian,m.example,u1,Me,Myself,me@example.com\n"
)
SIMPLIFY = (
    "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes\n"
    "Data engineer,Northwind,https://northwind.example/1,2026-08-03,APPLIED,2026-08-03,FALSE,,\n"
    "Analyst,Quill,https://quill.example/1,2026-08-04,REJECTED,2026-08-20,TRUE,2026-08-21,Said they hired inside\n"
)
TEAL_LONG = (
    "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement\n"
    "Platform engineer,Brightwater,90000,Remote,Applied,2026-07-01,,2026-07-02,,4\n"
    "Analyst,Meridian,,Bremen,Bookmarked,2026-07-03,2026-08-01,,,\n"
)
TEAL_SHORT = (
    "Company Name,Job Title,Status,Job URL,Location,Salary\n"
    "Brightwater,Platform engineer,I Withdrew,https://b.example/1,Remote,90000\n"
)
JOBSYNC = (
    "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,JobSource,Status\n"
    "1,2026-06-01T09:00:00.000Z,true,2026-06-02T09:00:00.000Z,Northwind,Analyst,FT,Hybrid,Hamburg,Indeed,applied\n"
    "2,2026-06-03T09:00:00.000Z,false,,Quill,Analyst,FT,Remote,,LinkedIn,draft\n"
)
INTERVIEW_LOG = (
    "company,interview_date,interview_type,interviewer,prep_status,key_topics,questions_to_ask,outcome,next_steps\n"
    "Northwind,2026-10-05,Technical,Priya Raman,done,billing migration,Who owns the data?;How is success measured?,"
    "Passed,second round\n"
    'Northwind,2026-10-19,Final round,"Priya Raman, Omar Haddad",done,roadmap,,Rejected,\n'
    "Lanternfish,2026-12-01,Phone Screen,,started,why them,What is the first project?,,\n"
)


def linkedin(**more: str) -> bytes:
    """LinkedIn's archive; further files by path."""
    return zipped(
        {
            "Jobs/Job Applications.csv": LINKEDIN_APPLICATIONS,
            "Jobs/Job Applications_1.csv": LINKEDIN_APPLICATIONS_1,
            "Jobs/Saved Jobs.csv": LINKEDIN_SAVED,
            "Connections.csv": LINKEDIN_CONNECTIONS,
            "Recommendations_Received.csv": LINKEDIN_RECOMMENDATIONS,
            "Profile.csv": "First Name,Last Name\nMe,Myself\n",
            **more,
        }
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def readings(data: bytes | str, name: str = "", choices: ImportChoices | None = None) -> list[FileReading]:
    """The content of one file, which must be accepted."""
    content = data.encode() if isinstance(data, str) else data
    upload = opened([(name or ("it.zip" if content[:2] == b"PK" else "it.csv"), content)])
    assert upload.refused == ()
    return [read_table(table, choices or ImportChoices(), MOMENT) for table in upload.tables]


def reading(data: bytes | str, choices: ImportChoices | None = None) -> FileReading:
    (only,) = readings(data, choices=choices)
    return only


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(sheets: Mapping[str, str], shared: Sequence[str] = (), *, since_1904: bool = False) -> bytes:
    """An Excel file. Each sheet is the content of its ``worksheet``: rows with their cells, merged ones after them.

    Style 1 is a day, 0 a plain number.
    """
    numbered = list(enumerate(sheets.items(), start=1))
    names = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, (name, _) in numbered)
    names = f"<sheets>{names}</sheets>"
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    links += f'<Relationship Id="s" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    links += f'<Relationship Id="t" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    root = f'<Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    system = '<workbookPr date1904="1"/>' if since_1904 else ""
    texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{system}{names}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
            **{
                f"xl/worksheets/sheet{at}.xml": f'<worksheet xmlns="{_MAIN}">{inside}</worksheet>'
                for at, (_, inside) in numbered
            },
        }
    )


def sheet_rows(rows: Sequence[Sequence[str | int | float | date | None]]) -> str:
    """The rows of a sheet, texts within their cells and days as numbers with the style of a day."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(_cell(f"{chr(65 + at)}{number}", cell) for at, cell in enumerate(row) if cell is not None)
        lines.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(lines)}</sheetData>"


def _cell(place: str, cell: str | float | date) -> str:
    if isinstance(cell, date):
        return f'<c r="{place}" s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'
