"""What a column of somebody's own table may mean: the fields, their names, and the headers that people give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Holds = Literal["applications", "interviews", "people"]


@dataclass(frozen=True)
class Field:
    """Something a column can be: its name to choose by, and the headers (as ``header_key`` gives them) that mean it."""

    label: str
    headers: tuple[str, ...] = ()


LEAVE, NOTES = "leave", "notes"

_COMPANY = Field(
    "Company", ("company", "companyname", "employer", "organization", "organisation", "firm", "business", "firma")
)
_ROLE = Field(
    "Role",
    ("role", "jobtitle", "title", "position", "jobposition", "positiontitle", "job", "roletitle", "jobrole", "stelle"),
)
_NOTES = Field("Into the notes", ("notes", "note", "comments", "comment", "remarks", "notizen"))
_LEAVE = Field("Leave out")

APPLICATION_FIELDS: Final[Mapping[str, Field]] = {
    "company": _COMPANY,
    "role": _ROLE,
    "status": Field("Status", ("status", "stage", "state", "applicationstatus", "currentstatus", "phase")),
    "applied_on": Field(
        "Applied on",
        ("applieddate", "dateapplied", "applied", "appliedon", "applicationdate", "datesubmitted", "date", "applydate"),
    ),
    "status_on": Field("Status since", ("statusdate", "laststatusdate", "lastupdated", "updated", "lastupdate")),
    "saved_on": Field("Saved on", ("datesaved", "saveddate", "savedon", "dateadded", "created", "createdat", "added")),
    "url": Field("Link", ("url", "link", "joburl", "joblink", "posting", "postingurl", "jobposting", "website")),
    "location": Field("Location", ("location", "city", "place", "office", "ort")),
    "work_mode": Field("Remote or on site", ("workmode", "workplacetype", "remote", "worktype", "remoteonsite")),
    "source": Field("Where I found it", ("source", "jobsource", "foundvia", "foundon", "via", "board", "jobboard")),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
INTERVIEW_FIELDS: Final[Mapping[str, Field]] = {
    "company": _COMPANY,
    "role": _ROLE,
    "held_on": Field(
        "Day of the interview",
        (
            "interviewdate",
            "date",
            "dateofinterview",
            "interviewon",
            "day",
            "when",
            "scheduled",
            "scheduledfor",
            "datetime",
        ),
    ),
    "time": Field("Time", ("time", "interviewtime", "starttime", "start")),
    "zone": Field("Time zone", ("timezone", "tz", "zone", "zeitzone")),
    "stage": Field(
        "Kind of interview",
        ("interviewtype", "type", "stage", "round", "interviewround", "interviewstage", "kind", "roundtype"),
    ),
    "format": Field("Phone, video or in person", ("format", "mode", "medium", "interviewformat", "via", "channel")),
    "minutes": Field("Length in minutes", ("minutes", "duration", "length", "durationmin", "durationminutes")),
    "people": Field(
        "Whom I met",
        ("interviewer", "interviewers", "interviewername", "interviewernames", "contact", "met", "people", "panel"),
    ),
    "talked_about": Field(
        "What we talked about", ("keytopics", "topics", "topicsdiscussed", "discussed", "talkedabout")
    ),
    "asked": Field("Questions they asked", ("questions", "questionsasked", "theirquestions", "questionstheyasked")),
    "to_ask": Field("Questions of mine", ("questionstoask", "myquestions", "questionsforthem", "questionsiasked")),
    "outcome": Field("Outcome", ("outcome", "result", "status", "decision", "ergebnis")),
    "outcome_on": Field("Outcome known on", ("outcomedate", "resultdate", "decisiondate", "heardbackon")),
    "feedback": Field("Their words", ("feedback", "theirfeedback")),
    "went_well": Field("What went well", ("wentwell", "whatwentwell", "positives", "pros", "strengths")),
    "went_badly": Field("What went badly", ("wentbadly", "whatwentbadly", "wentpoorly", "toimprove", "weaknesses")),
    "lesson": Field("A lesson", ("lesson", "lessons", "lessonslearned", "takeaways", "learnings", "takeaway")),
    "reply_by": Field("Answer promised by", ("replyby", "answerby", "expectedreply", "decisionby")),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
PERSON_FIELDS: Final[Mapping[str, Field]] = {
    "name": Field("Name", ("name", "fullname", "contact", "contactname", "person")),
    "first_name": Field("First name", ("firstname", "givenname", "vorname")),
    "last_name": Field("Last name", ("lastname", "surname", "familyname", "nachname")),
    "company": _COMPANY,
    "title": Field("Their position", ("title", "position", "jobtitle", "role")),
    "email": Field("Email", ("email", "emailaddress", "mail", "contactemail")),
    "phone": Field("Phone", ("phone", "phonenumber", "mobile", "telephone", "contactphonenumber")),
    "linkedin": Field("LinkedIn address", ("linkedin", "linkedinurl", "profile", "profileurl", "url")),
    "salutation": Field("How letters greet them", ("salutation", "greeting", "anrede", "briefanrede")),
    "connected_on": Field("Known since", ("connectedon", "met", "meton", "since")),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
FIELDS: Final[Mapping[Holds, Mapping[str, Field]]] = {
    "applications": APPLICATION_FIELDS,
    "interviews": INTERVIEW_FIELDS,
    "people": PERSON_FIELDS,
}
NEEDED: Final[Mapping[Holds, tuple[tuple[str, ...], ...]]] = {
    "applications": (("company",), ("role",)),
    "interviews": (("company",), ("held_on",)),
    "people": (("name", "last_name", "first_name"),),
}
"""Without one of each of these a table cannot be read."""
DATED: Final = ("applied_on", "status_on", "saved_on", "held_on", "outcome_on", "reply_by", "connected_on")
SEVERAL: Final = (NOTES, LEAVE, "people", "asked", "to_ask", "talked_about")
"""What more than one column may be."""
