"""`python -m operator_desk.speech.worker FOLDER LANGUAGES [VOICES]`: answers a `Link`.

Lines of JSON. In: `{"do": "render", "id", "text", "language", "rate"}` (percent of the usual),
`{"do": "quit"}`. Out: `{"is": "ready", "voices": {language: …}}` once, then for each render
`{"is": "done", "id", "path", "frames", "rate"}` or `{"is": "error", "id", "code"}`. VOICES is what
an earlier one said was ready: then nothing is tested. When its input ends the folder goes.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from operator_desk.speech.samples import Unsound
from operator_desk.speech.worker.choice import LANGUAGES, choose
from operator_desk.speech.worker.engine import Engine


class Worker:
    """Renders what it is asked, one after the other."""

    def __init__(self, folder: Path, languages: list[str], voices: dict[str, Any] | None) -> None:
        self._folder = folder
        self._engine = Engine()
        self.voices = self._chosen(languages) if voices is None else voices

    def _chosen(self, languages: list[str]) -> dict[str, Any]:
        found, installed = {}, self._engine.installed()
        path = self._folder / "test.wav"
        for language in languages:
            one = choose(
                LANGUAGES[language],
                installed,
                lambda text, voice, rate: self._engine.render(text, voice, rate, path),
                measured=self._engine.measured,
            )
            if one is not None:
                found[language] = asdict(one)
        path.unlink(missing_ok=True)
        return found

    def render(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request."""
        number, language = int(asked["id"]), asked["language"]
        if language not in self.voices:
            return {"is": "error", "id": number, "code": "no_voice"}
        rate = round(LANGUAGES[language].rate * asked["rate"] / 100)
        path = self._folder / f"{number}.wav"
        voice = self.voices[language]["voice"]
        try:
            sound = self._engine.render(asked["text"], voice, rate, path)
        except Unsound as error:
            return {"is": "error", "id": number, "code": error.args[0]}
        except OSError:
            return {"is": "error", "id": number, "code": "disk"}
        return {
            "is": "done", "id": number, "path": str(path),
            "frames": sound.frames, "rate": sound.rate,
        }  # fmt: skip


def main(words: list[str]) -> int:
    """Serves until the input ends or says quit."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl+C ends
    os.umask(0o077)
    folder, languages = Path(words[0]), words[1].split(",")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    # The driver prints where it has saved what.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines, folder), daemon=True).start()

    def answer(what: dict[str, Any]) -> None:
        answers.write(json.dumps(what) + "\n")
        answers.flush()

    try:
        worker = Worker(folder, languages, json.loads(words[2]) if words[2:] else None)
    except Unsound:
        answer({"is": "ready", "voices": {}})
        return 0
    answer({"is": "ready", "voices": worker.voices})
    while True:
        asked = json.loads(lines.get())
        if asked["do"] == "quit":
            os._exit(0)
        answer(worker.render(asked))


def _listen(lines: queue.SimpleQueue[str], folder: Path) -> None:
    """Hears the parent, also while a text is rendered; ends all when the parent is gone."""
    for line in sys.stdin:
        lines.put(line)
    while folder.exists():  # what is written meanwhile goes too: then nothing can be made there
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
