"""The dispatch slip as a file: what can be read in it, pages, fonts, and that it tells nobody."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from operator_desk import app
from operator_desk.app.papers import Papers
from operator_desk.domain.slip import Limits, Person, Reach, Slip, Spoken, Texts, Why, cleared
from operator_desk.domain.terms import Mark, Secrecy
from tests.domain.planted import Planted, planted, traces

pytestmark = pytest.mark.window
AT = datetime(2026, 11, 23, 2, 3, tzinfo=UTC)
SLIP = Slip(
    hotline="12345 政务服务便民热线",
    number="20261123-A07-0012",
    n=1,
    why=Why.DISPATCH,
    at=AT,
    unit="lamps",
    to="市城市照明管理所",
    lead=True,
    lead_unit="市城市照明管理所",
    co_units=("市供电公司",),
    kind="求助",
    category="城市管理 / 市政设施 / 路灯不亮",
    urgency="紧急",
    secrecy=Secrecy.OPEN,
    reach=Reach.DIRECT,
    name="张建国",
    callback="0551-62881234",
    texts=Texts(title="路灯不亮", statements=(Spoken(Mark.GIST, "三天不亮。"),)),
    limits=Limits(holder=AT + timedelta(days=3)),
)


@pytest.fixture(scope="module")
def papers(qapp: QApplication) -> Papers:
    del qapp
    return Papers(app.load_profile("general-12345"))


def read(body: bytes) -> tuple[str, int]:
    """The text without blanks, and how many pages."""
    pages = pypdf.PdfReader(io.BytesIO(body)).pages
    return "".join("".join(page.extract_text().split()) for page in pages), len(pages)


def test_a_slip_is_one_page_a4_with_its_fonts(papers: Papers) -> None:
    body = papers.slip_pdf(SLIP)
    words, pages = read(body)
    assert pages == 1
    for part in ("交办单", SLIP.number, "市城市照明管理所（主办）", "张建国　0551-62881234",
                 "三天不亮。（大意）", "2026-11-2610:03", "签收人", "办理结果"):  # fmt: skip
        assert "".join(part.split()) in words
    assert "".join(SLIP.code.split()) in words
    page = pypdf.PdfReader(io.BytesIO(body)).pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    fonts = page["/Resources"]["/Font"].values()
    kept = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    assert kept
    assert all({"/FontFile2", "/FontFile3"} & one["/FontDescriptor"].keys() for one in kept)


def test_a_long_slip_goes_on_with_head_and_page_number(papers: Papers) -> None:
    said = tuple(Spoken(Mark.VERBATIM, f"第 {n} 句：路灯不亮。") for n in range(1, 91))
    words, pages = read(papers.slip_pdf(replace(SLIP, texts=Texts(statements=said))))
    assert pages == 3
    assert words.count("（续页）") == 2
    assert [f"第{n}页共3页" in words for n in (1, 2, 3)] == [True] * 3
    assert [n for n in range(1, 91) if f"{n}.第{n}句" not in words] == []


def test_a_limit_that_ends_with_a_day_is_written_as_24_00(papers: Papers) -> None:
    midnight = datetime(2026, 11, 24, 16, tzinfo=UTC)
    words, _pages = read(papers.slip_pdf(replace(SLIP, limits=Limits(holder=midnight))))
    assert "2026-11-2424:00" in words
    nothing, _pages = read(papers.slip_pdf(replace(SLIP, limits=Limits())))
    assert "未计算" in nothing


def test_an_english_hotline_has_an_english_slip(qapp: QApplication) -> None:
    del qapp
    words, _pages = read(Papers(app.load_profile("city-311")).slip_pdf(SLIP))
    assert "DispatchSlip" in words
    assert "Signedforby" in words


def test_what_is_painted_stays_within_the_margins(papers: Papers) -> None:
    image = QImage(827, 1169, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    layout, painter = papers.slip_layout(SLIP), QPainter(image)
    painter.scale(100 / 600, 100 / 600)
    layout.paint(painter, 0)
    painter.end()
    dark = [x for y in range(0, 1169, 13) for x in range(827) if image.pixelColor(x, y).red() < 128]
    assert min(dark) >= 76  # 20 mm are 79 dots, less the frame's line
    assert max(dark) <= 827 - 76


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(one=planted())
def test_no_secret_slip_tells_who_called(papers: Papers, one: Planted) -> None:
    text = one.text
    texts = Texts(
        title=text, category=text, place=text, summary=text, elements=(("什么", text),),
        statements=(Spoken(Mark.VERBATIM, text),), supplements=(text,), note=text,
    )  # fmt: skip
    person = Person(names=(one.name,), numbers=(one.number,), addresses=(one.home,))
    clear = cleared(texts, person, Secrecy.SECRET)
    slip = replace(
        SLIP, secrecy=Secrecy.SECRET, reach=Reach.THROUGH_HOTLINE, name="", callback="",
        category="", texts=clear.texts, masked=clear.masked,
    )  # fmt: skip
    words, _pages = read(papers.slip_pdf(slip))
    assert traces(one, words) == []
    assert len({field for field, _hit in clear.masked}) == 8
