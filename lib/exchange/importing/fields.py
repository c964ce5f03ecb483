"""What a column of somebody's own table may mean: the fields, their names, and the headers that people give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Holds = Literal["applications", "interviews", "people"]


@dataclass(frozen=True)
class Field:
    """Something a column can be: its name to choose by, and the headers (as ``header_key`` gives them) that mean it.

    The surer header comes first. They are in English, German, French, Spanish, Italian, Portuguese and Dutch.
    """

    label: str
    headers: tuple[str, ...] = ()


def _field(label: str, headers: str = "") -> Field:
    return Field(label, tuple(headers.split()))


LEAVE, NOTES, ROUND = "leave", "notes", "round"

_COMPANY = _field(
    "Company",
    "company companyname employer organization organisation firm business firma unternehmen firmenname arbeitgeber "
    "entreprise societe nomdelentreprise employeur empresa compania azienda societa bedrijf bedrijfsnaam werkgever "
    "companyororganization account client kunde",
)
_ROLE = _field(
    "Role",
    "role jobtitle title position jobposition positiontitle job roletitle jobrole stelle stellenbezeichnung "
    "jobbezeichnung rolle poste intituleduposte fonction puesto cargo vacante ruolo posizione vaga funcao funcoes "
    "functie functietitel rol vacature opening vacancy",
)
_NOTES = _field("Into the notes", "notes note comments comment remarks notizen notiz bemerkung bemerkungen kommentar")
_LEAVE = _field("Leave out")
_APPLIED_ON = _field(
    "Applied on",
    "applieddate dateapplied applied appliedon applicationdate datesubmitted applydate dateofapplication "
    "applicationsent submitted beworbenam bewerbungsdatum beworben datedecandidature candidature postulele "
    "fechadesolicitud fechadepostulacion datacandidatura datadicandidatura datadacandidatura sollicitatiedatum "
    "gesolliciteerdop appliedat day datum fecha data date",
)

APPLICATION_FIELDS: Final[Mapping[str, Field]] = {
    "company": Field(_COMPANY.label, (*_COMPANY.headers, "name", "nom", "nombre", "nome", "naam")),
    "role": _ROLE,
    "status": _field(
        "Status",
        "status stage state applicationstatus currentstatus phase currentstage statut etat estado estatus stato "
        "situacao stand outcome result ergebnis resultat resultado esito uitkomst",
    ),
    "applied_on": _APPLIED_ON,
    "status_on": _field(
        "Status since",
        "statusdate laststatusdate lastupdated updated lastupdate responsedate dateofresponse replydate heardbackon "
        "rejectiondate antwortam antwortdatum datedereponse fechaderespuesta datarisposta reactiedatum",
    ),
    "saved_on": _field(
        "Saved on", "datesaved saveddate savedon dateadded created createdat added createdtime erstellt"
    ),
    "history": _field(
        "History of stages", "stagehistory statushistory history stages timeline stagesanddates verlauf historique"
    ),
    ROUND: _field("A round, with its day"),
    "url": _field(
        "Link",
        "url link joburl joblink posting postingurl jobposting website applicationurl applicationlink lien enlace "
        "collegamento ligacao",
    ),
    "location": _field(
        "Location",
        "location city place office ort standort lieu ville ubicacion ciudad luogo sede local plaats locatie",
    ),
    "work_mode": _field("Remote or on site", "workmode workplacetype remote worktype remoteonsite homeoffice"),
    "source": _field(
        "Where I found it",
        "source jobsource foundvia foundon via board jobboard applicationsite site platform channel quelle gefundenbei "
        "origine fuente fonte bron",
    ),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
INTERVIEW_FIELDS: Final[Mapping[str, Field]] = {
    "company": _COMPANY,
    "role": _ROLE,
    "held_on": _field(
        "Day of the interview",
        "interviewdate dateofinterview interviewon interviewdatetime interviewday gesprachsdatum gespracham "
        "datedelentretien fechadeentrevista datacolloquio datadelcolloquio datadaentrevista gespreksdatum datum fecha "
        "data date day when scheduled scheduledfor datetime wann quand cuando quando",
    ),
    "time": _field("Time", "time interviewtime starttime start uhrzeit zeit heure hora ora tijd"),
    "zone": _field("Time zone", "timezone tz zone zeitzone fuseauhoraire zonahoraria"),
    "stage": _field(
        "Kind of interview",
        "interviewtype type stage round interviewround interviewstage kind roundtype art runde gesprachsart "
        "gesprachstyp typ etape tour typedentretien etapa ronda tipo tipodeentrevista fase turno soort",
    ),
    "format": _field("Phone, video or in person", "format mode medium interviewformat via channel formato modalita"),
    "minutes": _field(
        "Length in minutes",
        "minutes duration length durationmin durationminutes dauer duree duracion durata duracao duur",
    ),
    "people": _field(
        "Whom I met",
        "interviewer interviewers interviewername interviewernames interviewedby metwith contact met people panel "
        "gesprachspartner interviewtemit interlocuteur recruteur entrevistador entrevistadores intervistatore "
        "gesprekspartner",
    ),
    "talked_about": _field("What we talked about", "keytopics topics topicsdiscussed discussed talkedabout themen"),
    "asked": _field(
        "Questions they asked", "questionsasked questions theirquestions questionstheyasked fragen preguntas domande"
    ),
    "to_ask": _field("Questions of mine", "questionstoask myquestions questionsforthem questionsiasked meinefragen"),
    "outcome": _field(
        "Outcome",
        "outcome result status decision ergebnis ausgang resultat resultado esito uitkomst statut estado stato",
    ),
    "outcome_on": _field("Outcome known on", "outcomedate resultdate decisiondate heardbackon"),
    "feedback": _field("Their words", "feedback theirfeedback"),
    "went_well": _field("What went well", "wentwell whatwentwell positives pros strengths"),
    "went_badly": _field("What went badly", "wentbadly whatwentbadly wentpoorly toimprove weaknesses"),
    "lesson": _field("A lesson", "lesson lessons lessonslearned takeaways learnings takeaway"),
    "reply_by": _field("Answer promised by", "replyby answerby expectedreply decisionby"),
    "applied_on": Field(
        _APPLIED_ON.label,
        tuple(one for one in _APPLIED_ON.headers if one not in ("day", "datum", "fecha", "data", "date")),
    ),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
PERSON_FIELDS: Final[Mapping[str, Field]] = {
    "name": _field(
        "Name", "name fullname contact contactname person nom nomcomplet nombre nome naam ansprechpartner kontakt"
    ),
    "first_name": _field("First name", "firstname givenname vorname prenom voornaam"),
    "last_name": _field(
        "Last name", "lastname surname familyname nachname nomdefamille apellido apellidos cognome sobrenome achternaam"
    ),
    "company": _COMPANY,
    "title": _field("Their position", "title position jobtitle role titel poste cargo ruolo functie"),
    "email": _field("Email", "email emailaddress mail contactemail correo courriel emailadresse"),
    "phone": _field(
        "Phone", "phone phonenumber mobile telephone contactphonenumber telefon telefono telefone telefoon handy"
    ),
    "linkedin": _field("LinkedIn address", "linkedin linkedinurl profile profileurl url"),
    "salutation": _field("How letters greet them", "salutation greeting anrede briefanrede"),
    "connected_on": _field("Known since", "connectedon met meton since"),
    NOTES: _NOTES,
    LEAVE: _LEAVE,
}
FIELDS: Final[Mapping[Holds, Mapping[str, Field]]] = {
    "applications": APPLICATION_FIELDS,
    "interviews": INTERVIEW_FIELDS,
    "people": PERSON_FIELDS,
}
NEEDED: Final[Mapping[Holds, tuple[tuple[str, ...], ...]]] = {
    "applications": (("company",),),
    "interviews": (("company",), ("held_on",)),
    "people": (("name", "last_name", "first_name"),),
}
"""Without one of each of these a table cannot be read."""
PAST: Final = ("applied_on", "status_on", "saved_on", "outcome_on", "connected_on")
"""Days that can't be in the future."""
DATED: Final = (*PAST, "held_on", "reply_by", ROUND)
SEVERAL: Final = (NOTES, LEAVE, ROUND, "people", "asked", "to_ask", "talked_about")
"""What more than one column may be."""
HEADERS: Final = frozenset(
    header for fields in FIELDS.values() for field in fields.values() for header in field.headers
)
"""Every header that is known, of whatever kind of table."""
NO_ROLE: Final = "Role not noted"
"""The role of an application whose role nobody wrote down."""
