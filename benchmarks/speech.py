"""How well, and how fast, a spoken memo becomes text: ``python -m benchmarks.speech FOLDER``.

The folder holds recordings and one ``.txt`` with the words of all of them. ``--times 2`` listens to each one twice in a
row, as to a memo of that length. ``--names 40`` has espeak-ng, where it's installed, speak so many sentences with
made-up names, and counts how many names come out right, with and without being told to listen for them.

Words are compared without case and punctuation, and numbers in figures: 'ninety' and '90' are the same word.
"""

import argparse
import re
import subprocess
import wave
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from lib.extras.decoding import RATE, decoded
from lib.extras.speech_process import Progress, SpeechProcess

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_UNITS += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_UNITS.split())}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
_ALIKE = {"okay": "ok", "percent": "%"}

_FIRST = "Priya Tom Helen Ilse Marek Aisha Kenji Sofia Rafael Ingrid Dmitri Leila Mateo Fiona Samir Greta Kofi Nadia"
_LAST = (
    "Raman Becker Ostrowski Novak Haddad Tanaka Moreno Lindqvist Volkov Farouk Herrera Gallagher Nasser Hoffmann Mensah"
    " Petrova Sinclair Chen Okafor Dubois"
)
_COMPANIES = (
    "Northwind Lanternfish Thistledown Bramblegate Copperline Fennimore Hollowbrook Larkspur Quillon Saltmarsh"
    " Tamarind Umberfield Vantry Wexcombe Yarrowdale"
)
_SENTENCES = (
    "I met {name}, who leads the team at {company}.",
    "At {company}, {name} asked me why I want to leave my job.",
    "{name} will get back to me by Friday about the role at {company}.",
    "I should thank {name} from {company} for the tour of the building.",
)


def words(text: str) -> list[str]:
    """The words of a text as they are compared; numbers in figures."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text.casefold().replace("’", "'").replace("-", " ").replace("%", " % "))
    found = [_ALIKE.get(word, word) for word in re.findall(r"[\w']+|%", plain)]
    return _in_figures(found)


def _in_figures(found: Sequence[str]) -> list[str]:
    """'seventy eight' and 'eighty five thousand' as 78 and 85000."""
    kept: list[str] = []
    for word in found:
        last = kept[-1] if kept else ""
        if word == "thousand" and last.isdigit():
            kept[-1] = f"{last}000"
        elif word in _VALUES and _VALUES[word] < 10 and last in {"20", "30", "40", "50", "60", "70", "80", "90"}:
            kept[-1] = str(int(last) + _VALUES[word])
        else:
            kept.append(str(_VALUES.get(word, word)))
    return kept


def word_errors(said: str, written: str) -> float:
    """Words that were changed, left out or added, as a share of those spoken: the word error rate."""
    first, second = words(said), words(written)
    row = list(range(len(second) + 1))
    for place, word in enumerate(first, start=1):
        costs = [before + (word != other) for before, other in zip(row, second, strict=False)]
        following = [place]
        for cost, above in zip(costs, row[1:], strict=True):
            following.append(min(cost, above + 1, following[-1] + 1))
        row = following
    return row[-1] / len(first)


def written_down(recording: bytes, names: Sequence[str]) -> tuple[Progress, str]:
    """What came of a recording, and what it took."""
    import resource

    before, clock = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    found = SpeechProcess(recording, names).wait(900)
    took, after = perf_counter() - clock, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return found, f"{used:.1f} | {took:.1f} | {after.ru_maxrss / 1_000_000:.2f}"


def wav(sound: NDArray[np.floating]) -> bytes:
    """Sound from -1 to 1 as a WAV, 16,000 samples a second."""
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((sound.clip(-1, 1) * 32767).astype(np.int16).tobytes())
    return file.getvalue()


def over_a_folder(folder: Path, names: Sequence[str], times: int) -> None:
    """Print what becomes of each recording in a folder."""
    (text,) = folder.glob("*.txt")
    said = " ".join([text.read_text("utf-8")] * times)
    print("| recording | seconds | word errors | names | processor s | clock s | GB |\n|---|---|---|---|---|---|---|")
    for path in sorted(folder.glob("*.m4a")):
        recording = path.read_bytes()
        found, took = written_down(recording if times == 1 else wav(np.tile(decoded(recording), times)), names)
        heard = " ".join(found.lines)
        right = sum(name in heard for name in names)
        errors = word_errors(said, heard)
        print(f"| {path.stem} | {found.seconds:.0f} | {errors:.3f} | {right} of {len(names)} | {took} |", flush=True)


def spoken(text: str, random: Random) -> NDArray[np.float32]:
    """A sentence as espeak-ng speaks it, with a voice and a speed by chance, and a pause after it."""
    voice = random.choice(("en-us", "en-gb", "en-gb-scotland", "en-us+f3", "en-gb+f2", "en-us+m4"))
    how = ["-v", voice, "-p", str(random.randint(35, 60)), "-s", str(random.randint(140, 175)), "--stdout"]
    sound = subprocess.run(["espeak-ng", *how, text], capture_output=True, check=True).stdout
    return np.concatenate([decoded(sound), np.zeros(RATE // 2, np.float32)])


def in_babble(sound: NDArray[np.float32], decibels: float, random: Random) -> NDArray[np.float32]:
    """The sound with six voices behind it, which are that many decibels quieter."""
    behind = np.zeros_like(sound)
    for _ in range(6):
        voice = np.concatenate([spoken(" ".join(_SENTENCES).format(name="she", company="work"), random)] * 9)
        start = random.randrange(voice.size)
        behind += np.resize(np.roll(voice, start), sound.size)
    return sound + behind * (np.sqrt(np.mean(sound**2) / np.mean(behind**2)) * 10 ** (-decibels / 20))


def over_names(number: int, seed: int) -> None:
    """Print how many names come out right, in memos of ten sentences."""
    random = Random(seed)
    print("| memos | told the names | word errors | names | companies |\n|---|---|---|---|---|")
    memos = [_memo(random) for _ in range(max(1, number // 10))]
    for label, decibels in (("quiet", None), ("10 dB", 10.0), ("5 dB", 5.0)):
        for told in (False, True):
            found = [_heard(memo, decibels, told, random) for memo in memos]
            errors, people, companies = (sum(each) for each in zip(*found, strict=True))
            of = sum(len(memo[2]) for memo in memos)
            mean = errors / len(memos)
            line = f"{people} of {of} | {companies} of {of}"
            print(f"| {label} | {'yes' if told else 'no'} | {mean:.3f} | {line} |", flush=True)


_Memo = tuple[str, NDArray[np.float32], list[str], list[str]]


def _memo(random: Random) -> _Memo:
    people = [f"{random.choice(_FIRST.split())} {random.choice(_LAST.split())}" for _ in range(10)]
    companies = [random.choice(_COMPANIES.split()) for _ in people]
    said = [
        random.choice(_SENTENCES).format(name=name, company=company)
        for name, company in zip(people, companies, strict=True)
    ]
    return " ".join(said), np.concatenate([spoken(each, random) for each in said]), people, companies


def _heard(memo: _Memo, decibels: float | None, told: bool, random: Random) -> tuple[float, int, int]:
    text, sound, people, companies = memo
    noisy = sound if decibels is None else in_babble(sound, decibels, random)
    names = list(dict.fromkeys([*people, *companies])) if told else []
    heard = " ".join(written_down(wav(noisy / np.abs(noisy).max()), names)[0].lines)
    return word_errors(text, heard), sum(name in heard for name in people), sum(name in heard for name in companies)


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How well, and how fast, a spoken memo becomes text.")
    parser.add_argument("folder", type=Path, nargs="?", help="recordings, and a .txt with what is said in them")
    parser.add_argument("--listen-for", default="", help="names to listen for in the folder, with commas")
    parser.add_argument("--times", type=int, default=1, help="each recording so often in a row")
    parser.add_argument("--names", type=int, default=0, help="so many made-up sentences with names")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the made-up sentences")
    options = parser.parse_args()
    if options.folder:
        over_a_folder(options.folder, [name.strip() for name in options.listen_for.split(",") if name], options.times)
    if options.names:
        over_names(options.names, options.seed)


if __name__ == "__main__":
    main()
