"""A worker that speaks the protocol and makes tones; some words make it fail.

`python voice_worker.py FOLDER LANGUAGES [VOICES]`; `FAKE_VOICES` in its environment are the
languages it has, `FAKE_LOG` a file that gets a line a process and a line a request.
死: it dies. 挂: it hangs. 坏: an error. 假: it names a file that is not there. 静: no sound.
乱: no JSON. A letter lasts 50 ms at the usual rate.
"""

from __future__ import annotations

import array
import json
import os
import signal
import sys
import threading
import wave
from pathlib import Path

RATE = 8000


def log(text: str) -> None:
    if path := os.environ.get("FAKE_LOG"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text + "\n")


def answer(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def render(folder: Path, asked: dict[str, object]) -> dict[str, object]:
    text, number = str(asked["text"]), asked["id"]
    path = folder / f"{number}.wav"
    loud = 0 if "静" in text else 9000
    seconds = len(text) * 0.05 * 100 / int(str(asked["rate"]))
    count = round(seconds * RATE)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(array.array("h", [loud, -loud] * (count // 2)).tobytes())
    if "假" in text:
        path.unlink()
    return {"is": "done", "id": number, "path": str(path), "frames": count, "rate": RATE}


def main() -> None:
    folder, languages = Path(sys.argv[1]), sys.argv[2].split(",")
    log(f"process {os.getpid()}")
    had = os.environ.get("FAKE_VOICES", "zh_CN,en").split(",")
    voices = {one: {"voice": one, "name": one} for one in languages if one in had}
    if "hang_at_start" in had:
        threading.Event().wait()
    if "end_at_start" in had:
        sys.exit(1)
    answer({"is": "ready", "voices": voices})
    for line in sys.stdin:
        asked = json.loads(line)
        text = str(asked["text"])
        log(f"{asked['language']} {asked['rate']} {text}")
        if "死" in text:
            (folder / "half.wav").write_bytes(b"RIFF")
            os.kill(os.getpid(), signal.SIGKILL)
        elif "挂" in text:
            (folder / "half.wav").write_bytes(b"RIFF")
            threading.Event().wait()
        elif "乱" in text:
            sys.stdout.write("Audio saved to somewhere\n")
            sys.stdout.flush()
        elif "坏" in text:
            answer({"is": "error", "id": asked["id"], "code": "failed"})
        else:
            answer(render(folder, asked))


if __name__ == "__main__":
    main()
