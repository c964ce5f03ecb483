"""Pay in the words that people use for it: '$48/hr', '70–80k', 'CHF 110'000', '₹18 LPA'.

What was read is handed back with what was not, so that a form can ask instead of guess.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from lib.records.vocabulary import PayUnit

_SIGNS: Final = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "₦": "NGN",
    "zł": "PLN",
    "kč": "CZK",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "rs": "INR",
    "fr": "CHF",
    "sfr": "CHF",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "rupees": "INR",
    "dollars": "USD",
}
"""What a currency is called beside its code. A bare '$' isn't here: the person's own dollar, if any, decides."""
_DOLLARS: Final = frozenset(("USD", "CAD", "AUD", "NZD", "SGD", "HKD"))
_CODE_WORDS: Final = (
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MAD MXN MYR NGN "
    "NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
)
_CODES: Final = frozenset(_CODE_WORDS.split())
_TIMES: Final = {
    "k": 1e3,
    "t": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lpa": 1e5,
    "cr": 1e7,
    "crore": 1e7,
    "thousand": 1e3,
    "grand": 1e3,
}
_UNIT_WORDS: Final[dict[PayUnit, str]] = {
    "hour": "h hr hrs hour hours hourly ph",
    "day": "d day days daily pd",
    "week": "w wk week weekly pw",
    "month": "mo mth month months monthly pm pcm",
    "year": "y yr year years yearly annual annually annum pa lpa salary",
}
_UNITS: Final = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}
_IDLE_WORDS: Final = "a an per each about around roughly approx circa ca from to of the in is it up between and"
_IDLE: Final = frozenset(_IDLE_WORDS.split())
"""Words that change nothing of an amount."""
_NUMBER = r"\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>[^\W\d_]+\$?|\$|[€£¥₹₩₺₽₴₪₫₱₦])|(?P<dash>[-–—−])|(?P<other>\S)")
_HOURS = re.compile(
    r"[,;(]?\s*(?:for|at|and|x|×)?\s*(?<![/\d.,])(?P<hours>\d{1,3}(?:[.,]\d{1,2})?)\s*-?(?:h|hrs?|hours?)\b"
    r"(?:\s*(?:/|a|per|each)?\s*(?:w|wk|week)\b)?\)?",
    re.IGNORECASE,
)
"""'40 hours', '37.5h a week', '40 hrs/wk': the hours beside the pay."""
_MINUS = re.compile(r"\s*([-−]++)(?!\s)")
_EXTRA: Final = (
    r"(?:o/?t|overtime|bonus(?:es)?|tips|super(?:annuation)?|commission|comm|allowances?|benefits|bens|perks|pension|"
    r"holidays?|expenses|enhancements?|enhanced|weighting|equity|options|rsus?|stock|shares|401\s?\(?k\)?|tronc|"
    r"service charge|mileage|car|van|per diem|meals?|on[- ]?call|nights?|weekends?|relocation|sign[- ]?on|signing|"
    r"dental|health\w*|insurance|vat|gst|travel|accommodation)"
)
_BESIDE = re.compile(
    rf"\s*[,;(]?\s*(?:(?:\+|\bplus\b)(?:(?!\bplus\b)[^+]){{0,60}}?|(?:\band|&|\bwith)\s(?:[^\W\d_]+\s){{0,2}})"
    rf"(?<!\w){_EXTRA}(?!\w)(?!.*\bor\b.*\d).*",
    re.IGNORECASE | re.DOTALL,
)
"""'+ OT', 'plus 10% bonus', 'and tips': what comes beside the base pay, to the end; 'or 35k' may be the pay itself."""
_LONGEST: Final = 200
"""Characters of a text about pay. A longer one is no pay, and the patterns would be slow on it."""
_MOST: Final = 1e20
"""A figure above this is no pay in any currency."""
_LETTERS_APART = re.compile(r"\b(p)\.?\s?(a|m|w|d|h)\b\.?", re.IGNORECASE)


@dataclass(frozen=True)
class PayWords:
    """An amount, or a range up to ``high``, by ``unit`` in ``currency``; None and '' if the words don't tell.

    ``hours`` are those of a week, if they are beside the pay. ``unparsed`` are the words that weren't understood,
    joined by spaces; ``beside`` are those about more than the base pay, as '+ OT'.
    """

    low: float
    high: float | None = None
    unit: PayUnit | None = None
    currency: str = ""
    unparsed: str = ""
    hours: float | None = None
    beside: str = ""


def read_pay(text: str, *own: str) -> PayWords | None:
    """The pay that a text names; None if it holds no amount, or more than a range of two, or is far too long or large
    to be pay.

    A bare '$' is the first of the person's ``own`` currencies that is a dollar, else USD. '70–80k' counts both in
    thousands. In '52.000' the mark groups, in '48.50' it doesn't. '-500' is below zero. Of what comes beside the base
    pay ('+ £5k bonus') no amount is read.
    """
    if len(text) > _LONGEST:
        return None
    if more := _BESIDE.search(text):
        base = read_pay(text[: more.start()], *own)
        return replace(base, beside=more[0].strip(" ,;")) if base else None
    hours = next((found for found in _HOURS.finditer(text) if re.search(r"\d", text.replace(found[0], "", 1))), None)
    reading = _PayReader(next((currency for currency in own if currency in _DOLLARS), "USD"))
    for found in _TOKEN.finditer(_LETTERS_APART.sub(r"\1\2", text.replace(hours[0], " ", 1) if hours else text)):
        reading.read(found)
    read = reading.result()
    if read and (minus := _MINUS.match(text)):
        read = replace(read, low=-read.low) if read.high is None and len(minus[1]) == 1 else None
    return replace(read, hours=parse_amount(hours["hours"])) if read and hours else read


class _PayReader:
    """The amounts, units and currencies met so far, from left to right."""

    def __init__(self, dollar: str) -> None:
        self._dollar = dollar
        self._amounts: list[float] = []
        self._times: list[float | None] = []
        self._unit: PayUnit | None = None
        self._currency = ""
        self._rest: list[str] = []

    def read(self, found: re.Match[str]) -> None:
        """One more number, word or sign."""
        number, word = found["number"], found["word"]
        if number:
            value = parse_amount(number)
            if value is None:
                self._rest.append(number)
            else:
                self._amounts.append(value)
                self._times.append(None)
        elif word:
            self._read_word(word)
        elif found["other"] and found["other"] not in "/.,+~()'’":
            self._rest.append(found["other"])

    def _read_word(self, word: str) -> None:
        folded = word.casefold()
        currency = _currency(word, folded, self._dollar)
        times, unit = _TIMES.get(folded), _UNITS.get(folded)
        if times and self._amounts and self._times[-1] is None:
            self._times[-1] = times
        elif currency and self._currency in ("", currency):
            self._currency = currency
            return
        elif unit is None and folded not in _IDLE:
            self._rest.append(word)
        if unit and self._unit in (None, unit):
            self._unit = unit

    def result(self) -> PayWords | None:
        """The result of the reading."""
        if not 1 <= len(self._amounts) <= 2:
            return None
        last = self._times[-1] or 1.0
        values = [
            amount * (times or (last if amount < self._amounts[-1] * last and len(self._amounts) == 2 else 1.0))
            for amount, times in zip(self._amounts, self._times, strict=True)
        ]
        low, high = min(values), max(values)
        if high > _MOST:
            return None
        return PayWords(low, high if high > low else None, self._unit, self._currency, " ".join(self._rest))


def _currency(word: str, folded: str, dollar: str) -> str:
    if word == "$":
        return dollar
    if word.upper() in _CODES and (word.isupper() or folded not in _UNITS):
        return word.upper()
    return _SIGNS.get(folded, "")


def parse_amount(text: str, groups_alone: bool = True) -> float | None:
    """The number that some digits with marks between them are; None if the marks can't be meant.

    A lone mark before three digits groups them, unless ``groups_alone`` is False, and so do marks of one kind; the last
    of two kinds comes before the decimals. Groups of two, as in 18,00,000, are the Indian way.
    """
    bare = re.sub(r"['’\s  ]", "", text)
    marks = [mark for mark in bare if mark in ".,"]
    if not marks:
        return float(bare)
    last = marks[-1]
    whole, _, rest = bare.rpartition(last)
    if len(set(marks)) == 1:
        groups = whole.split(last)
        begins_as_group = groups[0] != "0" and len(groups[0]) <= 3
        is_grouped = begins_as_group and len(rest) == 3 and all(len(group) in (2, 3) for group in groups[1:])
        if is_grouped and (groups_alone or len(marks) > 1):
            return float(bare.replace(last, ""))
        return float(f"{whole}.{rest}") if len(marks) == 1 else None
    if marks.count(last) > 1:
        return None
    return float(f"{whole.replace(marks[0], '')}.{rest}")
