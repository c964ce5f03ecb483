"""Debriefs in two tabs: begun, left, gone on with, saved twice, set aside."""

from dataclasses import dataclass, field

from lib.records.vocabulary import ENDINGS
from tests.soak.model import anything
from tests.soak.soak import Soak
from tests.soak.tabs import Tab

TODAY = "2026-11-20"
ASKED = ("Why us", "What do you earn", "Tell me about a conflict", "How do you test", "Where in five years")
NOTES = ("went_well", "went_badly", "unsaid")
TYPED = (*NOTES, "worried_by")


@dataclass
class Evening:
    """The answers of one debrief, as they are typed."""

    company: str
    role: str = "Analyst"
    notes: dict[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    hard: str = ""
    person: str = ""
    promise: str = ""
    plan: str = ""
    wanted: str = ""
    forecast: str = ""


def an_evening(soak: Soak) -> Evening:
    """An interview at a new company, or for a role that is known, its name typed otherwise.

    Not for one that ended: the form would ask whether it opens again.
    """
    chance, model = soak.chance, soak.model
    known = chance.random() < 0.3
    old = chance.choice(model.rows("applications"))
    known = known and old["status"] not in ENDINGS
    company = old["company"].upper() if known else soak.words("company")
    asked = tuple(chance.sample(ASKED, chance.randint(0, 3)))
    return Evening(
        company=company,
        role=old["role"] if known else "Analyst",
        notes={name: soak.words(name) for name in chance.sample(NOTES, chance.randint(0, 2))},
        asked=asked,
        hard=asked[0] if asked and chance.random() < 0.7 else "",
        person=soak.words("person") if chance.random() < 0.6 else "",
        promise=soak.words("promise") if chance.random() < 0.5 else "",
        plan=soak.words("plan") if chance.random() < 0.3 else "",
        wanted=str(chance.randint(0, 10)) if chance.random() < 0.5 else "",
        forecast=str(10 * chance.randint(0, 10)) if chance.random() < 0.5 else "",
    )


def begin(soak: Soak, tab: Tab, evening: Evening) -> str:
    """The first step, answered and left for the next; the draft's id."""
    tab.visit("main/debrief", new="debrief")
    tab.answer(company=evening.company, role=evening.role, stage="technical")
    draft_id = tab.address("draft")
    tab.press("next")
    soak.note(f"the draft {draft_id} for {evening.company}")
    soak.model.drafts[draft_id] = {
        "company": evening.company,
        "role": evening.role,
        "date": TODAY,
        "stage": "technical",
    }
    return draft_id


def tell(soak: Soak, tab: Tab, draft_id: str, evening: Evening) -> None:
    """The other four steps, but for the save."""
    steps: tuple[dict[str, object], ...] = (
        {"interest_after": evening.wanted},
        {"asked": "\n".join(evening.asked), "hard": [evening.hard] if evening.hard else []},
        {name: evening.notes.get(name, "") for name in ("went_well", "went_badly")} | {"forecast": evening.forecast},
        {
            "unsaid": evening.notes.get("unsaid", ""),
            "person": evening.person,
            "promise": evening.promise,
            "new_plan": evening.plan,
        },
    )
    typed = [{name: words for name, words in step.items() if words} for step in steps]
    for answers in typed[:-1]:
        tab.answer(**answers).press("next")
    tab.answer(**typed[-1])
    kept = ("asked", "hard", *NOTES)
    soak.model.drafts[draft_id] |= {name: step[name] for step in typed for name in kept if name in step}


def is_saved(soak: Soak, draft_id: str, evening: Evening) -> None:
    """Tells the model what saving a debrief makes."""
    model = soak.model
    del model.drafts[draft_id]
    application = _applied(soak, evening)

    def of_it(text: str) -> bool:
        return model.row("applications", text)["company"].casefold() == application.casefold()

    name, _, title = evening.person.partition(", ")

    def met(text: str) -> bool:
        return model.row("people", text)["name"] == name

    forecast = evening.forecast
    model.tables["interviews"][(draft_id,)] = {
        "id": draft_id,
        "state": "short",
        "held_at": TODAY,
        "stage": "technical",
        "forecast": forecast,
        "interest_after": evening.wanted,
        **evening.notes,
    }
    free = ("application_id", "created_at", *(("forecast_at", "seal") if forecast else ()))
    model.change("interviews", draft_id, **dict.fromkeys(free, anything))
    for place, text in enumerate(evening.asked, start=1):
        hard = {"tapped_hard": "yes", "hard_order": "1"} if text == evening.hard else {}
        own = {"interview_id": draft_id, "position": str(place), "asked_by": "them", "asked": "yes"}
        kind = {"category": anything, "kind_guessed": anything}
        model.add("questions", application_id=of_it, text=text, **hard, **own, **kind)
    if evening.person:
        model.add("people", name=name, title=title, kind="interviewer", company=application)
        model.add("conversations", interview_id=draft_id, person_id=met)
    if evening.promise:
        to = met if evening.person else ""  # the only one who was met
        model.add("promises", interview_id=draft_id, person_id=to, what=evening.promise)
    if evening.plan:
        model.add("plans", interview_id=draft_id, then_do=evening.plan, made_on=TODAY)
    model.saved()
    assert of_it(model.row("interviews", draft_id)["application_id"])


def _applied(soak: Soak, evening: Evening) -> str:
    """The application of that company is at its interviews now; how the company is spelled there."""
    names = (evening.company.casefold(), evening.role.casefold())
    rows = soak.model.rows("applications")
    known = next((row for row in rows if (row["company"].casefold(), row["role"].casefold()) == names), None)
    company = known["company"] if known else evening.company
    moved = {"status": "interviewing", "status_on": TODAY}
    if known is None:
        soak.model.add("applications", company=company, role=evening.role, **moved)
    elif known["status"] in ("", "interested", "applied"):
        soak.model.change("applications", known["id"], **moved)
    else:
        return company
    whose = anything if known is None else known["id"].__eq__
    soak.model.add("activity", on=TODAY, kind="status", application_id=whose, company=company, note="interviewing")
    return company


def begin_a_debrief(soak: Soak) -> bool:
    begin(soak, soak.one(), an_evening(soak))
    return True


def go_on_with_a_debrief(soak: Soak) -> bool:
    draft_id = a_draft(soak)
    if not draft_id:
        return False
    known = soak.model.drafts[draft_id]
    evening = an_evening(soak)
    evening.company, evening.role = known["company"], known["role"]
    evening.notes = {name: known[name] for name in TYPED if name in known} | evening.notes
    tab = soak.one().visit("main/debrief", draft=draft_id)
    if soak.chance.random() < 0.5:
        soak.note("reloaded in the midst")
        worried = soak.words("worried_by")
        evening.notes["worried_by"] = worried
        tab.answer(worried_by=worried).reload()
        assert tab.value("worried_by") == worried
    tell(soak, tab, draft_id, evening)
    soak.save(tab)
    is_saved(soak, draft_id, evening)
    assert tab.title() == "Saved. You can stop here."
    return True


def a_draft(soak: Soak) -> str:
    """A debrief that was begun and waits; empty where there is none."""
    begun = sorted(soak.model.drafts.items(), key=lambda pair: pair[1]["company"])
    draft_id = soak.chance.choice(begun)[0] if begun else ""
    soak.note(f"the draft {draft_id or 'of nothing'}")
    return draft_id


def save_one_debrief_in_both_tabs(soak: Soak) -> bool:
    one, other = soak.both()
    evening = an_evening(soak)
    draft_id = begin(soak, one, evening)
    tell(soak, one, draft_id, evening)
    other.visit("main/debrief", draft=draft_id)
    one.press("save")
    is_saved(soak, draft_id, evening)
    other.press("save")
    return True


def tell_one_debrief_in_both_tabs_in_other_words(soak: Soak) -> bool:
    one, other = soak.both()
    evening = an_evening(soak)
    evening.asked, evening.hard, evening.notes = (), "", {}
    evening.person, evening.promise, evening.plan, evening.forecast, evening.wanted = "", "", "", "", ""
    draft_id = begin(soak, one, evening)
    other.visit("main/debrief", draft=draft_id)
    mine, theirs = soak.words("worried_by"), soak.words("worried_by")
    one.answer(worried_by=mine)
    other.answer(worried_by=theirs)
    copy = f"{draft_id}~2"
    soak.model.drafts[copy] = {**soak.model.drafts[draft_id], "worried_by": theirs}
    soak.model.drafts[draft_id]["worried_by"] = mine
    soak.model.saved()
    one.press("save")
    is_saved(soak, draft_id, Evening(evening.company, evening.role, {"worried_by": mine}))
    other.press("save")
    assert other.says("Nothing was overwritten")
    soak.model.saved()
    del soak.model.drafts[copy]
    if soak.chance.random() < 0.5:
        soak.note("theirs is kept")
        other.press("keep theirs")
    else:
        soak.note("mine is saved over it")
        other.press("save over")
        soak.model.change("interviews", draft_id, worried_by=theirs)
    return True


def discard_a_draft_and_perhaps_bring_it_back(soak: Soak) -> bool:
    draft_id = a_draft(soak)
    if not draft_id:
        return False
    tab = soak.one().visit("main/today").press(f"aside {draft_id}")
    typed = soak.model.drafts.pop(draft_id)
    soak.model.saved()
    if soak.chance.random() < 0.5:
        soak.note("brought back")
        tab.press("Bring it back")
        soak.model.drafts[draft_id] = typed
    return True


def leave_a_debrief_and_come_back(soak: Soak) -> bool:
    draft_id = a_draft(soak)
    if not draft_id:
        return False
    tab = soak.one().visit("main/debrief", draft=draft_id)
    words = soak.words("worried_by")
    tab.answer(worried_by=words).leave_and_come_back()
    soak.model.drafts[draft_id]["worried_by"] = words
    assert tab.value("worried_by") == words
    return True
