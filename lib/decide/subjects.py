"""What a note is about: pay, hours, the way to work … found by whole words in their meaning, never by parts of words.

Each subject has words about it, and phrases where those words mean something else ('pay attention', 'raise my hand',
'train a model'). The phrases are taken out first. A note may be about several subjects, or none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from lib.insight.words.phrases import is_filler, stem


@dataclass(frozen=True)
class _Subject:
    """Patterns over whole words, in any case: its words, what only looks like them, and its name."""

    words: tuple[str, ...]
    lookalikes: tuple[str, ...]
    names: tuple[str, ...]


_PERIOD = r"(?:a|an|per|each) (?:year|month|week|day|hour|annum)"
_AMOUNT = r"(?:[€£$] ?\d[\d.,]*k?|\d[\d.,]*(?:k| ?(?:€|£|\$|euros?|eur|usd|gbp|chf|dollars?|pounds?)))"

_SUBJECTS: Final[Mapping[str, _Subject]] = {
    "pay": _Subject(
        (
            r"pay|pays|paid|underpaid|payslip|salar(?:y|ies)|wages?|compensation|remuneration|bonus(?:es)?|equity",
            r"stock options?|pensions?|perks|benefits|commissions?|day rate|hourly rate|money|pay scale|tariff",
            r"(?:a|an|the|no|any|my|next|first|yearly|annual|regular) raises?|(?:\d+|percent|%) raise",
            r"(?:ask(?:ed|ing)? for|gets?|got|gives?|gave|promised|no|next|yearly|annual) (?:me )?(?:a |any )?rise",
            r"earns? (?:more|less|well|enough|much|a living|about)|earned (?:more|less)|earnings",
            rf"{_AMOUNT} (?:{_PERIOD}|gross|net|base|before tax)",
        ),
        (
            r"(?:pay|pays|paid|paying) (?:(?:close|more|no|any|much|little|some|enough|full) )?(?:attention|heed)",
            r"(?:pay|pays|paid|paying) (?:off|back|dividends|tribute|lip service|(?:\w+ )?(?:a )?visits?|the price)",
            r"(?:pays|paid|paying|pay) for|(?:customers?|users?|clients?|patients?|who|readers?|players?) pays?",
            r"paid (?:search|ads?|media|social|users?|customers?|tier|plan|version|subscriptions?|content)",
            r"(?:apple|google|samsung) pay|pay (?:as you go|per click|per view|walls?|tv)",
            r"raises? (?:my|a|the|your|his|her|any|an|some|this|our)? ?(?:hands?|issues?|questions?|concerns?|points?"
            r"|doubts?|alarm|flags?|money|funds?|capital|rounds?|series|awareness|kids|children|bar|eyebrows?|voice"
            r"|tickets?|bugs?|errors?|exceptions?|topic)",
            r"(?:a|the|no|any) rise (?:to|of|in (?!pay|salar|wage))|(?:added|a nice) bonus|bonus (?:questions?|points?"
            r"|rounds?|tracks?|features?)|(?:health|racial|social) equity|equity (?:research|analysts?|and inclusion)",
            r"benefits? (?:of|from|for|to|all|everyone|both|us|users|customers|patients)|(?:that|it|who|which|team"
            r"|everyone|nobody|customer|patient) benefits|workers? compensation|compensation claims",
            r"(?:european|planning|the) commission|(?:lose|loses|losing|lost|make|makes|making|raise|raised|raising"
            r"|waste of|transfer|moves?|follow the|burn|burning) money|money (?:laundering|transfers?|markets?)",
            r"earnings? (?:calls?|reports?|season)",
        ),
        (r"pay|salary|money|wages?|compensation|income|earnings",),
    ),
    "hours": _Subject(
        (
            r"(?:working|office|core|long|flexible|regular|fixed|crazy|contracted|unpaid|extra|late|weekly|my|their"
            r"|normal|fewer|shorter|unsocial|school|crazy) hours|hours (?:are|were|" + _PERIOD + ")|overtime",
            r"\d+ hour week|flexib(?:le|ility)|flexi ?time|part time|full time|(?:four|4) day week|weekends?",
            r"evenings|in the evening|evening (?:work|shifts?|calls?|meetings?)|nights|night (?:shifts?|work|duty)"
            r"|late nights?|at night|on call|crunch|workload|work life|burn ?out|rota",
            r"(?:night|day|early|late|evening|weekend|double|split|rotating|long|extra|three|two) shifts?"
            r"|shift (?:work|patterns?|systems?)|(?:in|work|works|working|do) shifts",
            r"days off|time off|(?:annual|paid|parental|unpaid) leave|vacations?|days (?:of )?(?:holiday|leave)"
            r"|sabbatical|child ?care|nine to five|9 to 5|home by (?:\d+|five|six|seven)",
        ),
        (
            r"on call with|flexible (?:architecture|schema|schemas|models?|api|design|systems?|layout|frameworks?"
            r"|pipelines?)|crunch(?:ed|ing)? (?:the )?(?:numbers|data)|number crunch(?:ing)?|good evening"
            r"|(?:this|that|yesterday) evening|last night|overnight|at night (?:job|batch|run)",
        ),
        (r"hours|flexibility|work life balance|balance|free time",),
    ),
    "place": _Subject(
        (
            r"commut(?:e|es|ed|er|ers|ing)|remote|remotely|hybrid|relocat(?:e|es|ed|ion|ing)|parking|on ?site|wfh",
            r"(?:by|the|a|regional|morning|slow|night|direct|my|every|one|two|three|early|last|next) trains?"
            r"|trains? (?:rides?|stations?|lines?|journeys?|tickets?|strikes?|connections?|to|from|takes|every)"
            r"|of train",
            r"(?:by|the|my) (?:tram|bus|metro|subway|tube|ferry|bike|car)|cycle to work|(?:hours?|minutes?|km|miles?"
            r"|long|short) drives?|(?:hour|minute)s? s drive|driv(?:e|ing) to work|travel|travell?ing|business trips?",
            r"home office|(?:from|near|close to|far from|way) home|work(?:s|ing)? at home",
            r"(?:open plan|loud|quiet|nice|new|old|shared|own|head|my|no|small|big|satellite) offices?|office days?",
            r"(?:days?|everyone|always|only|be|back|must|mostly|all|\w+ days a week) (?:in|at|to) the office",
            r"(?:my|own|fixed|hot|shared|the) desk|move house|mov(?:e|ing) (?:away|closer)|distance|far away",
            r"(?:great|bad|nice|good|central|their|the|remote) location",
        ),
        (
            r"(?:to|they|we|will|i|who|could|would|can|you|must|should) trains?"
            r"|trains? (?:of thought|the|an?(?! (?:day|week|hour))|new|our|my|their|on|models?|people"
            r"|staff|for|up|to (?:be|become)|them|you|me|us)",
            r"remote (?:control|sensing|servers?|repositor(?:y|ies)|repo|branch|procedure|monitoring|villages?|areas?"
            r"|islands?|desktop)|hybrid (?:cloud|cars?|search|apps?|engines?|vehicles?)",
            r"(?:message|event|data|service) bus|the bus factor|bus factor|by the bus load",
            r"(?:back|front|middle|post|ticket|box|microsoft|ms|tax|patent) offices?|office (?:politics|suite|365"
            r"|managers?|chairs?)",
            r"home ?(?:pages?|screens?|loans?|care|automation|row)|(?:nursing|care|smart) homes?|at home (?:in|with)"
            r"|(?:a|the|uk|british) home office (?:minister|secretary|guidance|rules)|from home ?pages?",
            r"travel (?:agenc(?:y|ies)|industry|apps?|sector|booking|compan(?:y|ies)|insurance)|time travel",
            r"(?:help|service|front|the help|news) desk|location (?:data|services?)|social distance"
            r"|(?:edit|hamming|euclidean) distance|distance (?:between|metrics?|measures?)",
        ),
        (r"place|commute|location|office|remote|remote work|home office|travel|distance",),
    ),
    "growth": _Subject(
        (
            r"learn|learns|learning|teach|teaches|teaching|taught|mentor(?:s|ed|ing|ship)?|coach(?:es|ed|ing)?",
            r"promotions?|promoted|careers?|training|trainees?|traineeship|train (?:you|me|us|everyone)|on the job",
            r"certificat(?:e|es|ion|ions)|courses|conferences|conference budget|room to grow|(?:my|personal"
            r"|professional) growth|grow (?:here|there|into|in|with|as)|growth (?:path|plan|budget)",
            r"(?:career|personal|professional|people|staff|skills?|leadership|my) development|ladder|level up|step up",
            r"(?:new|more|better|other) skills|seniority|lead (?:a|my own|the|this) (?:team|project|group|squad)"
            r"|become (?:a |the )?(?:team )?lead|my goals?",
        ),
        (
            r"(?:machine|deep|e|reinforcement|transfer|supervised|federated) ?learning|learning (?:platforms?"
            r"|management|analytics|rates?|algorithms?)|learns? (?:that|from the data)|teaching (?:hospitals?"
            r"|assistants?)|(?:teach|teaches|taught|teaching) (?:yoga|piano|music|maths|tennis|at)",
            r"(?:sales|product|price|store|special|health) promotions?|promotions? (?:campaigns?|codes?|prices?|weeks?"
            r"|mails?)|promoted (?:posts?|ads?|content)|careers? (?:pages?|sites?|websites?|fairs?)",
            r"training (?:data|sets?|runs?|loops?|pipelines?|jobs?|models?|the model|a model|images|examples"
            r"|for (?:a|the|my|his|her) (?:half|marathon|race|triathlon))"
            r"|(?:model|strength|marathon|dog|weight|fitness|pre) training",
            r"(?:ssl|tls|birth|gift|death|security) certificat(?:e|es|ion)|certificates? (?:renewal|expir\w+)"
            r"|of courses?|(?:golf|race|river|main) courses|conference (?:calls?|rooms?)"
            r"|(?:football|tennis|swimming) coach(?:es)?"
            r"|coach (?:stations?|trips?|tours?)|rope ladder|grow (?:in|with) (?:the )?(?:data|traffic|garden|numbers)",
        ),
        (r"growth|learning|career|development|training|promotion",),
    ),
    "manager": _Subject(
        (
            r"managers?|boss|bosses|bossy|micro ?manag(?:e|es|ed|er|ement|ing)|management|leadership|leaders?",
            r"(?:team|tech|my|the|their|our|direct|new|department|his|her|design|data|engineering|a) leads?",
            r"(?:he|she|who) leads|(?:my|your|direct|line|new|kind) supervisors?|directors?|head of",
        ),
        (
            r"(?:project|product|package|password|window|file|task|event|community|account|campaign|key|session|state"
            r"|tag|content) managers?",
            r"leads? (?:to|time|times|generation|lists?|magnets?|scoring|free|pipes?|paint|poisoning|singers?|guitar)"
            r"|(?:sales|new|warm|cold|qualified|hot|inbound|marketing) leads?|in the lead|(?:market|world) leaders?"
            r"|leader ?boards?|leader election|thought leader(?:s|ship)?",
            r"(?:project|product|data|time|stakeholder|risk|change|waste|asset|content|customer|relationship|chain"
            r"|facility|memory|state|version|configuration|identity|access|document|knowledge|quality|stock|warehouse"
            r"|task|process|incident|release|inventory|wealth|traffic|energy|database|pain) management"
            r"|management (?:systems?|software|tools?|consult\w+|platforms?)|ahead of|head of (?:state|lettuce)"
            r"|(?:film|music|art|board of) directors?",
        ),
        (r"managers?|boss|leadership|management|lead|supervisor",),
    ),
    "team": _Subject(
        (
            r"teams?|colleagues?|co ?workers?|peers|culture|collegial|atmosphere|team ?spirit|pairing|pair programming",
            r"collaborat(?:e|es|ion|ive|ing)|stand ?ups?|politics|staff turnover|high turnover",
            r"(?:twelve|ten|few|nice|kind|good|great|friendly|young|old|these|see|\d+) people"
            r"|people (?:who|leave|left|stay|quit)",
        ),
        (
            r"(?:microsoft|ms|on|via|over|in) teams|teams (?:calls?|links?|meetings?|invites?)|(?:football|soccer"
            r"|handball|sports?|home|away|hockey|national|rowing|quiz|favourite) teams?|cell cultures?"
            r"|(?:earth s|upper) atmosphere|collaborative filtering|party politics|politics (?:podcasts?|desk|editor)"
            r"|people (?:who|that) (?:buy|pay|use|visit|click|read|subscribe)",
        ),
        (r"team|colleagues|culture|people|atmosphere",),
    ),
    "mission": _Subject(
        (
            r"missions?|purpose|meaningful|impact|sustainab(?:le|ly|ility)|climate|the planet|social good|good cause",
            r"(?:do|does|doing) good|charit(?:y|ies|able)|non ?profit|ethic(?:s|al|ally)|believes? in",
            r"(?:their|company|our|shared|my|core) values|helps? (?:people|patients|children|refugees|others|society)",
            r"makes? a difference|matters? to|(?:their|company|clear|a|the) vision|sense of meaning|has meaning",
        ),
        (
            r"mission critical|(?:space|moon|mars) missions?|mission control|on purpose|(?:general|multi|all|special)"
            r" purpose|purpose built|(?:this|that|the|tax|test|which) purpose|impact (?:on|of) (?:the |our |my )?"
            r"(?:latency|performance|sales|costs?|revenue|load|speed)|(?:performance|business) impact|impact factors?",
            r"sustainable (?:pace|code)|climate control|(?:work|working|team|office|good|bad) climate|climate in the"
            r"|(?:the )?(?:computer|machine) vision|vision (?:models?|systems?|tests?|insurance)|no matter"
            r"|believes? in (?:tests?|meetings|documentation)",
        ),
        (r"mission|purpose|meaning|impact|values",),
    ),
    "security": _Subject(
        (
            r"lay ?offs?|laid off|redundanc(?:y|ies)|made redundant|job security|secure job|probation|runway|funding",
            r"(?:permanent|fixed term|temporary|unlimited|limited|temp) (?:contracts?|positions?|roles?|jobs?)"
            r"|fixed term|contract (?:until|ends|runs out)|limited to (?:one|two|three|\d+) years?|probationary",
            r"investors?|burn rate|(?:lose|loses|losing|lost|burns?|burning) money|profitab(?:le|ility)|break even"
            r"|bankrupt(?:cy)?|insolven(?:t|cy)|restructur(?:e|ed|ing)|reorgani[sz]ation|reorg",
            r"mergers?|merge with|takeover|taken over|acquired by|acquisition|hiring freeze|job cuts|cut(?:ting)? jobs"
            r"|cost cutting|downsiz(?:e|ed|ing)|stable (?:job|employer|company|business|position)|stability"
            r"|gone (?:in|within) a year|shut(?:ting)? down (?:the|this|their) (?:site|office|team|department)",
        ),
        (
            r"(?:data|server|storage|network|disk) redundancy|redundancy (?:in|of) (?:storage|power|servers?|the system"
            r"|the data)|runway (?:lights?|shows?|models?)|(?:airport|landing|the north) runway|probation (?:officers?"
            r"|service)|(?:customer|user|data|talent|language) acquisition|(?:crowd) ?funding platforms?"
            r"|(?:api|system|numerical|model|release) stability|stability of the (?:systems?|api|release|model)",
        ),
        (r"security|stability|job security",),
    ),
}

_WORK = (
    r"work (?:is|was|itself)|(?:the|daily|day to day|hands on|interesting|boring|real) work|tasks?|projects?|duties"
    r"|responsibilit(?:y|ies)|the role|the product|legacy|tools?|day to day"
)
_LITTLE = frozenset(
    re.findall(r"\w+", "short good nice great low high fair more less own new big small real little close near")
)
"""Words of a criterion's name that mean nothing by themselves."""


@cache
def _pattern(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])")


def subjects_of(text: str) -> frozenset[str]:
    """The subjects of a note, of pay, hours, place, growth, manager, team, mission and security."""
    plain = _normalise(text)
    return frozenset(name for name, subject in _SUBJECTS.items() if _mentions(plain, subject))


def mentions_work(text: str, words: Iterable[str] = ()) -> bool:
    """Whether a note is about the work itself: of tasks, or in ``words`` of the role and of the problem there."""
    return bool(_pattern(_WORK).search(_normalise(text))) or shares_a_word(text, words)


def subjects_in_name(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Which subjects a criterion's name is an everyday word for ('Salary', 'Fair pay'), and its other words."""
    whole = _subject_called(_normalise(name))
    if whole:
        return frozenset((whole,)), ()
    tokens = [token for token in _tokens(name) if not is_filler(token) and token not in _LITTLE]
    called = {token: _subject_called(_normalise(token)) for token in tokens}
    return frozenset(filter(None, called.values())), tuple(token for token in tokens if not called[token])


def _subject_called(plain: str) -> str:
    return next((key for key, subject in _SUBJECTS.items() if _pattern("|".join(subject.names)).fullmatch(plain)), "")


def shares_a_word(text: str, words: Iterable[str]) -> bool:
    """Whether the text holds one of the words, in any of its everyday endings; little words don't count.

    A word with a hyphen has to be there as a whole: 'on-call' is 'on call', and not any call.
    """
    tokens = [token for each in words for token in _tokens(each)]
    whole = ["(?:" + token.replace("-", " ") + ")" for token in tokens if "-" in token]
    wanted = {stem(one) for one in tokens if "-" not in one and not is_filler(one) and one not in _LITTLE}
    plain = _normalise(text)
    is_whole = bool(whole) and bool(re.search(rf"(?<![^\W_])(?:{'|'.join(whole)})(?![^\W_])", plain))
    return is_whole or any(stem(word) in wanted for word in re.findall(r"[^\W_]+", plain))


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.casefold())


def _mentions(plain: str, subject: _Subject) -> bool:
    left = _pattern("|".join(subject.lookalikes)).sub(" . ", plain)
    return bool(_pattern("|".join(subject.words)).search(left))


def _normalise(text: str) -> str:
    """In small letters, hyphens and apostrophes as blanks, one blank between words."""
    return " ".join(re.sub(r"[-‐‑–—'’]", " ", text.casefold()).split())
