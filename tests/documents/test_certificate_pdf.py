"""The certificate as a file: both forms verify, the masked tells nothing, changes are found."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NumberObject
from PySide6.QtWidgets import QApplication

from operator_desk import app
from operator_desk.app import certificates, papers
from operator_desk.app.papers import Papers
from operator_desk.documents import certificate_file
from operator_desk.domain import certificate_data
from operator_desk.domain.certificate_data import FILE
from operator_desk.domain.errors import UserError
from operator_desk.services.certificates import Made
from tests.services.certified import CORRECTED, NAME, PERSONAL, SAID, Certified

pytestmark = pytest.mark.window
NOWHERE = Path("/nowhere")


@pytest.fixture(scope="module")
def centre(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """A centre with a record of everything; an own one for English is made where it is needed."""
    del qapp
    return recorded(Certified(tmp_path_factory.mktemp("certified")))


def recorded(centre: Certified) -> Certified:
    """The centre with a ticket that was supplemented, and of which a text was erased."""
    centre.number = centre.ticket()  # type: ignore[attr-defined]
    centre.supplemented(centre.number)  # type: ignore[attr-defined]
    centre.erased(SAID[4])
    return centre


def made(centre: Certified, *, full: bool = False) -> Made:
    number = centre.number  # type: ignore[attr-defined]
    return centre.services.certificates.show(centre.lead, number, full=full)


@pytest.fixture(scope="module")
def masked(centre: Certified) -> tuple[Made, bytes]:
    one = made(centre)
    return one, Papers(centre.profile).certificate_pdf(one)


@pytest.fixture(scope="module")
def full(centre: Certified) -> tuple[Made, bytes]:
    one = made(centre, full=True)
    return one, Papers(centre.profile).certificate_pdf(one)


def check(body: bytes, folder: Path) -> certificates.Checked:
    """What `ticket verify` finds in a file, where there is no store."""
    path = folder / "c.pdf"
    path.write_bytes(body)
    return certificates.check(path, NOWHERE)


def reasons(checked: certificates.Checked) -> set[str]:
    return {one.reason for one in checked.broken}


def words(body: bytes) -> list[str]:
    """The words of each page without blanks."""
    pages = pypdf.PdfReader(io.BytesIO(body)).pages
    return ["".join(page.extract_text().split()) for page in pages]


def everything(body: bytes) -> bytes:
    """All that can be got out of a file: raw, streams unpacked, texts, metadata."""
    reader = pypdf.PdfReader(io.BytesIO(body))
    parts = [body, str(reader.metadata).encode(), "".join(words(body)).encode()]
    for number in range(1, len(reader.xref[0]) + 2):
        thing = reader.get_object(number)
        parts.append(str(thing).encode("utf-8", "backslashreplace"))
        if isinstance(thing, pypdf.generic.StreamObject):
            parts.append(thing.get_data())
    return b"\n".join(parts)


def test_both_forms_of_a_record_verify_to_the_last_stroke(
    masked: tuple[Made, bytes], full: tuple[Made, bytes], tmp_path: Path
) -> None:
    for one, body in (masked, full):
        checked = check(body, tmp_path)
        assert (checked.broken, checked.drawn, checked.with_store) == ((), True, False)
        assert (checked.full, checked.ticket) == (one.data.full, one.data.ticket)
        assert checked.checked > 30


def test_the_masked_one_holds_no_text_wherever_one_looks(
    masked: tuple[Made, bytes], full: tuple[Made, bytes]
) -> None:
    whole = everything(masked[1])
    spellings = [one.encode(code) for one in PERSONAL for code in ("utf-8", "utf-16-be", "gb18030")]
    assert [one for one in spellings if one in whole] == []
    opened = everything(full[1])
    assert {NAME, CORRECTED} <= {one for one in PERSONAL if one.encode() in opened}
    for text in full[0].data.texts.values():
        assert text.salt.hex().encode() not in whole or not text.words


def test_it_says_what_a_complaint_office_asks_for(
    masked: tuple[Made, bytes], full: tuple[Made, bytes]
) -> None:
    pages = words(full[1])
    whole = "".join(pages)
    for part in (
        "通话记录封存证明", full[0].data.ticket, "受理人员安娜", "座席A07", "欧阳建国",
        "原记（", "现记（", CORRECTED, "〔已撤回〕", "〔已删除〕",
        "不予确认（认为与原话不符又不愿更正）",
        "未复述（来电人已挂断）", "补充记录1", "再次来电", "逐句复述，语音朗读",
        "，受理人员朗读",
        "单位（盖章）", "不能证明", "均为Asia/Shanghai当地时间",
        "通话中实时记录",
    ):  # fmt: skip
        assert "".join(part.split()) in whole, part
    for matter in full[0].certificate.matters:
        for seal in matter.seals:
            assert seal.hash in whole
    assert full[0].data.digest in whole
    assert [f"第{n}页共{len(pages)}页" in page for n, page in enumerate(pages, 1)] == [True] * len(
        pages
    )
    assert "承诺值" in "".join(words(masked[1]))
    assert "not" not in whole.replace("operator-deskticketverify", "")  # nothing untranslated


def test_an_english_hotline_has_an_english_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    english = app.load_profile("city-311")
    monkeypatch.setattr("tests.services.desk.profile", lambda: english)
    centre = recorded(Certified(tmp_path))
    body = Papers(english).certificate_pdf(made(centre, full=True))
    checked = check(body, tmp_path)
    assert (checked.broken, checked.drawn) == ((), True)
    whole = "".join(words(body))
    for part in ("CertificateofaSealedCallRecord", "Itdoesnotprove", "declined(Willnotsay)"):
        assert part in whole


def test_a_long_record_goes_on_with_head_and_number(centre: Certified, tmp_path: Path) -> None:
    said = tuple(f"第 {n} 句：路灯不亮，老人出门不便。" for n in range(1, 61))
    number = centre.ticket(said=said)
    one = centre.services.certificates.show(centre.lead, number, full=True)
    body = Papers(centre.profile).certificate_pdf(one)
    assert check(body, tmp_path).broken == ()
    pages = words(body)
    assert len(pages) >= 4
    assert all("（续页）" in page for page in pages[1:])
    assert all("序号时间标记语句复述结果" in page for page in pages[:3])


def test_what_a_caller_said_cannot_turn_the_words_of_the_paper(
    centre: Certified, tmp_path: Path
) -> None:
    number = centre.ticket(said=("路灯\u202e不亮\u2066了。", "𠮷祥里的喆先生说。", *SAID))
    one = centre.services.certificates.show(centre.lead, number, full=True)
    body = Papers(centre.profile).certificate_pdf(one)
    assert check(body, tmp_path).broken == ()
    assert "路灯不亮了。" in "".join(words(body))


# -- what is found -------------------------------------------------------------------------


def tampered(one: Made, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The data with a change, as its bytes."""
    values = json.loads(one.body)
    change(values)
    return certificate_data.written(values)


def statement(values: dict[str, Any]) -> dict[str, Any]:
    rows: list[dict[str, Any]] = [one["row"] for one in values["rows"]]
    return next(row for row in rows if row["table"] == "statement")


def paper(data: bytes) -> bytes:
    """A certificate laid out from data that somebody changed: pages, check code and data agree."""
    from operator_desk.domain import certificate

    parsed = certificate_data.parse(data)
    pdf = papers.certificate_pdf(certificate.of(parsed), parsed)
    return certificate_file.with_data(pdf, data)


def test_changed_data_under_honest_pages_is_found_on_the_page(
    full: tuple[Made, bytes], tmp_path: Path
) -> None:
    """Also what no hash covers, such as the hotline's name: the data's hash is printed."""
    bare = papers.certificate_pdf(full[0].certificate, full[0].data)
    for change in (
        lambda values: values.update(hotline="别的热线"),
        lambda values: values["head"].update(n=values["head"]["n"] + 1),
    ):
        checked = check(certificate_file.with_data(bare, tampered(full[0], change)), tmp_path)
        assert "the page says something else than the data" in reasons(checked)


def test_a_certificate_laid_out_anew_from_changed_data_is_found_by_its_hashes(
    full: tuple[Made, bytes], tmp_path: Path
) -> None:
    def other_text(values: dict[str, Any]) -> None:
        text = next(one for one in values["texts"] if one["text"] == SAID[1])
        text["text"] = "没有说过的话。"

    checked = check(paper(tampered(full[0], other_text)), tmp_path)
    assert reasons(checked) == {"the text is not the one that was stored"}
    checked = check(
        paper(tampered(full[0], lambda values: statement(values).update(mark="unclear"))), tmp_path
    )
    assert "the row was changed" in reasons(checked)
    assert any("is not as it was sealed" in one for one in reasons(checked))


def test_another_sentence_on_the_page_is_found_though_all_hashes_are_honest(
    full: tuple[Made, bytes], tmp_path: Path
) -> None:
    matter, *rest = full[0].certificate.matters
    item = matter.parts[0].items[1]
    said = replace(item.wordings[0], words=replace(item.wordings[0].words, words="路灯亮着。"))
    part = replace(
        matter.parts[0],
        items=(matter.parts[0].items[0], replace(item, wordings=(said,)),
               *matter.parts[0].items[2:]),
    )  # fmt: skip
    false = replace(
        full[0].certificate, matters=(replace(matter, parts=(part, *matter.parts[1:])), *rest)
    )
    pdf = papers.certificate_pdf(false, full[0].data)
    checked = check(certificate_file.with_data(pdf, full[0].body), tmp_path)
    assert reasons(checked) == {"the page says something else than the data"}


def edited(body: bytes, change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    """The file after another program has changed it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(body))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def over(drawn: bytes) -> Callable[[pypdf.PdfWriter], object]:
    """Draws over the first page."""

    def change(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[0]
        stream = DecodedStreamObject()
        stream.set_data(page.get_contents().get_data() + drawn)  # type: ignore[union-attr]
        page[NameObject("/Contents")] = writer._add_object(stream)

    return change


def without_page(writer: pypdf.PdfWriter) -> None:
    writer.remove_page(1)


def with_picture(writer: pypdf.PdfWriter) -> None:
    page = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([NumberObject(1)])


def with_script(writer: pypdf.PdfWriter) -> None:
    writer._root_object[NameObject("/OpenAction")] = ArrayObject()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (over(b"\n1 1 1 rg 0 0 500 500 re f\n"), "something is drawn on the page"),
        (over(b"\nq /Im0 Do Q\n"), "something is drawn on the page"),
        (with_picture, "something is drawn on the page"),
        (without_page, "the data makes 2 pages, the file has 1"),
        (with_script, "a certificate holds nothing like this"),
        (lambda writer: writer.add_metadata({"/Title": "别的"}), "the title of the file"),
        (lambda writer: writer.add_attachment("more.txt", b"x"), "holds nothing like this"),
    ],
)
def test_what_another_program_did_to_the_file_is_found(
    full: tuple[Made, bytes], tmp_path: Path, change: Any, reason: str
) -> None:
    assert any(reason in one for one in reasons(check(edited(full[1], change), tmp_path)))


def test_pages_that_are_drawn_in_another_way_are_compared_by_their_words(
    full: tuple[Made, bytes], tmp_path: Path
) -> None:
    """Another version of the program, or a machine with other fonts."""
    checked = check(edited(full[1], over(b"\nq Q\n")), tmp_path)
    assert (checked.broken, checked.drawn) == ((), False)


def encrypted(body: bytes) -> bytes:
    return edited(body, lambda writer: writer.encrypt("x"))


def without_data(body: bytes) -> bytes:
    return edited(body, lambda writer: writer._root_object.pop(NameObject("/Names")))


def with_two(body: bytes) -> bytes:
    return edited(body, lambda writer: writer.add_attachment(FILE, b"{}"))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda body: body[:0], "not a PDF file"),
        (lambda body: b"PK\x03\x04" + body, "not a PDF file"),
        (lambda body: body[: len(body) // 2], "damaged or cut off"),
        (lambda body: body[:9] + b"<" * 5000, "damaged or cut off"),
        (encrypted, "encrypted"),
        (without_data, "holds no data"),
        (with_two, "holds no data"),
        (lambda body: body + b" " * certificate_file.LARGEST_FILE, "too large"),
    ],
)
def test_a_file_that_is_no_certificate_is_one_sentence(
    masked: tuple[Made, bytes], tmp_path: Path, spoil: Any, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        check(spoil(masked[1]), tmp_path)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        certificates.check(tmp_path / "none.pdf", NOWHERE)
