"""Files of tickets: what is taken, kept once, all or none, given out to whom."""

from __future__ import annotations

import errno
import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from operator_desk.domain import facts
from operator_desk.domain.errors import UserError
from operator_desk.domain.life_cycle import Action
from operator_desk.domain.media import LARGEST, media_of, safe_name
from operator_desk.services.attachments import File
from operator_desk.services.viewing import ViewQuery
from tests.services.test_handling import Centre

PDF = b"%PDF-1.6 and more"


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    return Centre(tmp_path)


def kept(centre: Centre) -> list[Path]:
    """The files on the disk."""
    return [one for one in (centre.folder / "attachments").rglob("*") if one.is_file()]


@pytest.mark.parametrize(
    ("name", "body", "ending"),
    [
        ("a.pdf", PDF, "pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\nxx", "png"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "jpeg"),
        ("a.docx", _zip("[Content_Types].xml", "word/document.xml"), "document"),
        ("a.xlsx", _zip("[Content_Types].xml", "xl/workbook.xml"), "sheet"),
        ("a.txt", "路灯不亮\r\n".encode(), "plain"),
        ("a.txt", "路灯不亮".encode("gb18030"), "plain"),
        ("a.mp3", b"ID3\x04", "mpeg"),
        ("a.wav", b"RIFF\x00\x00\x00\x00WAVE", "wav"),
    ],
)
def test_a_file_is_known_by_its_bytes(name: str, body: bytes, ending: str) -> None:
    assert media_of(name, body).endswith(ending)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b"MZ\x90\x00\x03", "not taken"),
        (_zip("a.txt"), "not taken"),
        (_zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "not taken"),
        (b"PK\x03\x04 broken", "not taken"),
        (b"x" * (LARGEST + 1), "larger than 20 MB"),
    ],
)
def test_other_files_are_refused_with_a_sentence(centre: Centre, body: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        centre.services.attachments.attach(
            centre.lead, centre.number, [File("a.pdf", PDF), File("b.pdf", body)]
        )
    assert centre.services.attachments.of(centre.number) == []
    assert kept(centre) == []


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\x\\现场.PDF", "现场.PDF"),
        ("a\u202egnp.exe", "agnp.exe.pdf"),
        ("...", "file.pdf"),
        ("\n", "file.pdf"),
    ],
)
def test_a_name_has_no_path_and_the_ending_of_its_kind(given: str, name: str) -> None:
    assert safe_name(given, "application/pdf") == name


def test_the_same_bytes_are_kept_once_in_a_file_of_its_own(centre: Centre) -> None:
    attachments, other = centre.services.attachments, centre.new()
    (row,) = attachments.attach(centre.lead, centre.number, [File("a.pdf", PDF)])
    assert attachments.attach(centre.lead, centre.number, [File("again.pdf", PDF)]) == []
    attachments.attach(centre.lead, other, [File("b.pdf", PDF)])
    (file,) = kept(centre)
    assert (file.name, file.parent.name) == (row.sha256, row.sha256[:2])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == PDF
    assert row.event_id is not None


def test_a_ticket_takes_twenty_files(centre: Centre) -> None:
    files = [File(f"{n}.txt", f"{n}".encode()) for n in range(21)]
    with pytest.raises(UserError, match="20 files at most"):
        centre.services.attachments.attach(centre.lead, centre.number, files)
    assert kept(centre) == []
    centre.services.attachments.attach(centre.lead, centre.number, files[:20])
    assert len(centre.services.attachments.of(centre.number)) == len(kept(centre)) == 20


def test_a_full_disk_leaves_nothing(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def full(fd: int, data: bytes) -> int:
        written.append(len(data))
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(fd, data)

    write = os.write
    monkeypatch.setattr(os, "write", full)
    files = [File("a.pdf", PDF), File("b.pdf", PDF + b"!")]
    with pytest.raises(UserError, match="No space left"):
        centre.services.attachments.attach(centre.lead, centre.number, files)
    assert kept(centre) == []
    assert centre.services.attachments.of(centre.number) == []


def test_only_who_has_the_ticket_gets_its_files_and_that_is_noted(centre: Centre) -> None:
    attachments = centre.services.attachments
    centre.act(centre.dispatcher, Action.DISPATCH, unit="lamps")
    attachments.attach(centre.lamps, centre.number, [File("a.pdf", PDF)])
    row, body = attachments.hand_out(centre.lamps, centre.number, 1)
    assert (row.name, body) == ("a.pdf", PDF)
    (seen,) = centre.services.viewing.rows(centre.lead, ViewQuery())
    assert (seen.what, seen.purpose, seen.ticket) == ("export", "attachment", centre.number)
    with pytest.raises(UserError, match="not with your unit"):
        attachments.read(centre.roads, centre.number, 1)
    with pytest.raises(UserError, match="has no file 2"):
        attachments.read(centre.lead, centre.number, 2)


def test_bytes_that_were_changed_are_not_given_out(centre: Centre) -> None:
    attachments = centre.services.attachments
    attachments.attach(centre.lead, centre.number, [File("a.pdf", PDF)])
    (file,) = kept(centre)
    file.write_bytes(PDF + b"x")
    with pytest.raises(UserError, match="were changed"):
        attachments.read(centre.lead, centre.number, 1)
    file.unlink()
    with pytest.raises(UserError, match="are missing"):
        attachments.read(centre.lead, centre.number, 1)
    assert [row.size for row in attachments.of(centre.number)] == [len(PDF)]
    assert isinstance(attachments.of(centre.number)[0], facts.Attachment)
