"""Does a question name a thing that only this company has: 'our magazine', but not 'our team'?

'Our' means the company. 'Your' is nearly always the person who answers it ('your strengths', 'your last boss'); it is
the company only if the question is put in the person's own voice ('What would I change about your magazine?').
"""

import re
from collections.abc import Sequence

from lib.practice.wording_tokens import Token, tokens
from lib.words import word_set

_LONGEST_PHRASE = 4

_ANYWHERE = word_set(
    """
    team company role product process organisation organization business department position customer client user
    culture office firm employer division unit job vacancy opening post workplace place side work people person staff
    colleague employee manager management leader leadership boss ceo cto cfo founder board hr stakeholder partner
    supplier vendor competitor competition rival market industry sector field value mission vision strategy goal
    objective target purpose principle brand reputation website service offering solution technology stack tool system
    software code codebase data infrastructure architecture method methodology practice workflow way approach standard
    policy rule project roadmap backlog plan budget salary pay benefit offer package range revenue growth interview
    conversation talk meeting call chat discussion time question decision problem challenge need expectation
    requirement success future past history story size structure hierarchy environment location timezone hour language
    engineer developer analyst designer director head lead recruiter onboarding training development performance
    quality security support operation finance communication feedback review relationship society world country planet
    day week year month life living area candidate applicant member hire advert ad posting description page media
    presence report kpi metric number figure investor shareholder chance risk idea opinion view weakness strength
    homepage pricing price startup city headquarters cost bill churn turnover release launch deployment incident outage
    feature bug test suite pipeline interface cloud table intern apprentice trainee dashboard experiment decline drop
    """
)
"""What nearly every company has, or what isn't the company's at all. In the singular."""
_BESIDE = word_set(
    """
    new old current next last first second biggest big bigger small smaller smallest main major own whole entire
    present existing core key internal external global local international national remote hybrid agile open overall
    general young diverse great good best better early late long short annual quarterly weekly daily monthly digital
    technical social legal financial commercial strategic average typical ideal potential prospective most more many
    few two three different other senior junior top former largest worst only real public private online sales
    marketing engineering design hiring recruitment recruiting customer corporate it research science analytics tech
    working engagement decision making full time part
    """
)
"""Words that can come before such a word, and mean no thing by themselves."""
_OF_ONE_TRADE = word_set(
    """
    magazine newspaper journal newsletter podcast blog book novel author reader readership subscriber subscription
    newsroom editor edition app platform shop store storefront webshop warehouse depot factory plant mill workshop
    fleet truck lorry van bike scooter bus tram train railway airline airport flight passenger hotel guest restaurant
    kitchen menu bakery farm farmer crop brewery winery hospital clinic ward patient doctor nurse pharmacy school
    university pupil student teacher museum gallery theatre festival club studio film bank insurer insurance
    policyholder fund charity donor donation council ministry checkout basket engine marketplace wallet loan mortgage
    token robot drone sensor satellite chip battery turbine grid meter vaccine drug car vehicle boat ship port parcel
    courier driver rider recipe meal coffee beer wine shoe dress toy furniture algorithm lab laboratory library rocket
    tournament
    """
)
"""Things of a trade, known as such also where a verb could follow ('How would our data platform scale?')."""
_ENDS = word_set(
    """
    a an the this that these those to of in on at for by with without from into onto over under about after before
    during between through than as like and or but nor so if because while when where why how what who whom which whose
    is are was were be been am do does did has have had can could will would shall should may might must not i you he
    she it we they me him her us them my your his its our their now today here there then again too also well better
    further faster more first later currently really already always never ever just yet please s t d ll re ve m
    """
)
"""Words at which the phrase after 'our' ends."""
_BEFORE_A_CLAUSE = word_set(
    """
    do does did has have had can could will would shall should may might must is are was were why how what where when
    who which that if whether because think say said help helps helping make makes making let see
    """
)
"""After these, what follows 'our team' may be a verb: 'How would our team benefit?'"""
_TO_ME = re.compile(
    r"\b(?:tell|give|show|walk|talk|ask|teach|sell|send|convince|help|let|take|surprise|persuade|remind|impress|to|with"
    r"|for|from|about|against|of) me\b"
)
_I = word_set("i my me myself")
_YOU = word_set("you yours yourself")

_UNSER = re.compile(r"unser(?:e|em|en|er|es)?\Z")
_UEBERALL = (
    *("team", "teams", "unternehmen", "unternehmens", "firma", "betrieb", "rolle", "stelle", "position", "produkt"),
    *("produkte", "produkten", "prozess", "prozesse", "prozessen", "abteilung", "kunden", "kundinnen", "kunde"),
    *("kultur", "buro", "werte", "werten", "wert", "markt", "branche", "mitarbeiter", "mitarbeitern", "kollegen"),
    *("chef", "chefin", "ziele", "zielen", "ziel", "strategie", "gesprach", "gesprachs", "haus", "hause", "daten"),
    *("standort", "system", "systeme", "systemen", "projekt", "projekte", "projekten", "angebot", "marke", "webseite"),
    *("website", "wettbewerber", "konkurrenz", "organisation", "zusammenarbeit", "arbeitsweise", "technik", "zeit"),
    *("leute", "leuten", "gehalt", "stack", "leistungen", "partner", "partnern", "vision", "mission", "zukunft"),
)


def names_company_thing(wording: str) -> bool:
    """Whether it names something of the company's that others don't have, as 'our' or 'your' something."""
    words = tokens(wording)
    for position, word in enumerate(words):
        if word.folded == "our" and _is_particular(words, position):
            return True
        if word.folded == "your" and _is_mine_to_say(wording, words) and _has_trade_term(_phrase(words, position)):
            return True
        if _UNSER.match(word.folded) and _is_particular_in_german(words, position):
            return True
    return False


def _is_particular(words: Sequence[Token], position: int) -> bool:
    """Whether what 'our' belongs to is a thing that not every company has."""
    phrase = _phrase(words, position)
    if _has_trade_term(phrase):
        return True
    clause = position == 0 or words[position].opens or words[position - 1].folded in _BEFORE_A_CLAUSE
    named = ""
    for number, word in enumerate(phrase):
        if _is_in(word, _ANYWHERE):
            named = word
        elif not _is_in(word, _BESIDE):
            if named and (clause or _is_plural(named) or word.endswith(("ing", "ed"))):
                return False  # 'our team benefit', 'our values speak', 'our product lacking': a verb
            if number + 1 < len(phrase) and _is_in(phrase[number + 1], _ANYWHERE):
                continue  # 'our quirky team'
            return True
    return False


def _phrase(words: Sequence[Token], position: int) -> list[str]:
    """The words that belong to the one at that place: up to a word, or a sign, at which a phrase ends."""
    found: list[str] = []
    for word in words[position + 1 : position + 1 + _LONGEST_PHRASE]:
        if not word.joins or (word.folded in _ENDS and (found or word.folded not in _BESIDE)):
            break
        found.append(word.folded)
    return found


def _has_trade_term(phrase: Sequence[str]) -> bool:
    return any(_is_in(word, _OF_ONE_TRADE) for word in phrase)


def _is_mine_to_say(wording: str, words: Sequence[Token]) -> bool:
    """Whether the person is the speaker and the company is addressed: there is an I and no 'you'."""
    if any(word.folded in _YOU for word in words):
        return False
    left = tokens(_TO_ME.sub(" ", wording.casefold()))
    return any(word.folded in _I for word in left)


def _is_in(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or its singular, is among those."""
    if word in known:
        return True
    if word.endswith("ies") and f"{word[:-3]}y" in known:
        return True
    return word.endswith("s") and (word[:-1] in known or (word.endswith("es") and word[:-2] in known))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_particular_in_german(words: Sequence[Token], position: int) -> bool:
    """The same in German, where the noun has a capital and its last part names what it is."""
    following = [word for word in words[position + 1 : position + 1 + _LONGEST_PHRASE] if word.joins]
    noun = next((word.folded for word in following if word.text[0].isupper()), "")
    noun = noun or next((word.folded for word in following[:1]), "")
    return bool(noun) and not noun.endswith(_UEBERALL)
