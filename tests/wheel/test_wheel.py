"""The built wheel works from an environment of its own and from another folder."""

from __future__ import annotations

import ctypes.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

if not (ROOT / "operator_desk" / "cli.py").exists():
    pytest.skip("there is no command line yet to be called", allow_module_level=True)


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment that holds the wheel; nothing of the clone is on its path."""

    wheel: Path
    folder: Path

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment from the root folder of the machine."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        environment = {**kept, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        environment["QT_QPA_PLATFORM"] = "offscreen"
        program = str(self.folder / "env" / "bin" / words[0])
        return subprocess.run(
            [program, *words[1:]],
            cwd=Path(self.folder.anchor),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def desk(self, data: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs a command of the program on a data folder."""
        return self.call("operator-desk", "--data-dir", str(data), "--json", *words)


def _pip(*words: str) -> None:
    line = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
    told = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, built and installed without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-index", "--no-deps")
    _pip("wheel", *offline, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    python = folder / "env" / "bin" / "python"
    _pip("--python", str(python), "install", *offline, str(wheel))
    told = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"],
        capture_output=True,
        text=True,
        check=True,
    )
    # What the program depends on comes from where the tests run: no download. A path file inside
    # that folder is not read, so an editable installation of the clone stays out.
    here = sysconfig.get_paths()["purelib"]
    Path(told.stdout.strip(), "tests.pth").write_text(here + "\n", "utf-8")
    return Installed(wheel, folder)


@pytest.fixture
def data(installed: Installed, tmp_path: Path) -> Path:
    """A bare desk, made by the installed program."""
    folder = tmp_path / "desk"
    told = installed.desk(folder, "init", "--bare")
    assert told.returncode == 0, told.stderr
    return folder


def test_the_program_is_the_one_of_the_wheel(installed: Installed) -> None:
    told = installed.call("python", "-c", "import operator_desk; print(operator_desk.__file__)")
    assert Path(told.stdout.strip()).is_relative_to(installed.folder / "env"), told.stderr


def test_the_wheel_holds_what_the_program_reads_and_no_tests(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        inside = set(wheel.namelist())
    for top in ("resources", "db"):
        files = (path for path in (ROOT / top).rglob("*") if path.is_file())
        read = (path for path in files if path.suffix not in (".pyc", ".qm"))
        wanted = {f"operator_desk/_{path.relative_to(ROOT).as_posix()}" for path in read}
        assert wanted
        assert wanted <= inside, sorted(wanted - inside)
    tops = {name.split("/")[0] for name in inside}
    assert all(top == "operator_desk" or top.endswith(".dist-info") for top in tops), tops
    assert any(name.endswith("/licenses/LICENSE") for name in inside)


@pytest.mark.parametrize("how", ["--bare", "--practice"])
def test_a_desk_is_made(installed: Installed, tmp_path: Path, how: str) -> None:
    told = installed.desk(tmp_path / "desk", "init", how)
    assert told.returncode == 0, told.stderr
    assert any((tmp_path / "desk").iterdir())


def test_the_doctor_looks_at_the_machine(installed: Installed, data: Path) -> None:
    told = installed.desk(data, "doctor")
    assert told.stdout, told.stderr
    checks = json.loads(told.stdout)["checks"]
    assert {check["state"] for check in checks} <= {"ok", "warning", "failed"}
    failed = any(check["state"] == "failed" for check in checks)
    assert told.returncode == int(failed)


def test_the_voice_is_started_from_where_it_is_installed(
    installed: Installed, tmp_path: Path
) -> None:
    if ctypes.util.find_library("espeak-ng") is None:
        pytest.skip("there is no espeak-ng on this machine")
    wav = tmp_path / "a.wav"
    told = installed.desk(tmp_path / "none", "--lang", "zh_CN", "speak", "您好", "--wav", str(wav))
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["voice"].endswith("cmn-latn-pinyin")
    assert wav.stat().st_size > json.loads(told.stdout)["frames"] > 0


def test_the_store_is_brought_up_to_date(installed: Installed, data: Path) -> None:
    told = installed.desk(data, "store", "upgrade")
    assert told.returncode == 0, told.stderr
    told = installed.desk(data, "store", "verify")
    assert told.returncode == 0, told.stdout + told.stderr
    assert json.loads(told.stdout)["broken"] == []
