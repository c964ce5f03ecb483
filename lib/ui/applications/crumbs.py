"""The breadcrumbs of what is open on the Applications page."""

from lib.records.application import Application
from lib.records.person import Person
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.shared.breadcrumbs import Crumb
from lib.ui.titles import application_title

PEOPLE = Crumb("People", routes.applications("people").open_here)


def to_form(context: Context, application: Application | None, person: Person | None) -> tuple[Crumb, ...]:
    """What is between the page and a form: the application or the person that it is about."""
    if application:
        return (Crumb(application_title(application, context), routes.close_form),)
    return (PEOPLE, Crumb(person.name, routes.close_form)) if person else ()
