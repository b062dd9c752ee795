"""Certificates: who may have which, what they hold, what they must not, and what is noted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from operator_desk.domain import certificate_check, certificate_data
from operator_desk.domain.certificate import Item, State
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Answer, Mark, Role, Secrecy
from operator_desk.services.certificates import Made
from operator_desk.services.people import Actor
from operator_desk.services.viewing import Looked, ViewQuery
from tests.services.certified import (
    ADDED,
    AGAIN,
    CORRECTED,
    HOME,
    NAME,
    NUMBER,
    PERSONAL,
    SAID,
    Certified,
)


@pytest.fixture
def centre(tmp_path: Path) -> Certified:
    return Certified(tmp_path)


def full(centre: Certified, number: str) -> Made:
    return centre.services.certificates.show(centre.lead, number, full=True)


def masked(centre: Certified, number: str) -> Made:
    return centre.services.certificates.show(centre.lead, number)


def is_whole(made: Made) -> bool:
    return list(certificate_check.check(made.data)) == []


def told(made: Made, *words: str) -> list[str]:
    """Which of these stand anywhere in the data or in what is printed."""
    whole = made.body.decode() + repr(made.certificate)
    return [one for one in words if one in whole]


def items(made: Made) -> list[Item]:
    (matter,) = made.certificate.matters
    return [item for part in matter.parts for item in part.items]


def test_a_full_one_says_every_wording_answer_and_seal(centre: Certified) -> None:
    made = full(centre, centre.ticket())
    assert is_whole(made)
    first, second, third, fourth, _fifth, sixth, added = items(made)
    assert [one.wordings[-1].mark for one in (first, second, fourth)] == [
        Mark.VERBATIM, Mark.GIST, Mark.UNCLEAR,
    ]  # fmt: skip
    assert [one.words.words for one in third.wordings] == [SAID[2], CORRECTED]
    assert [one.answer for one in third.given] == [Answer.CORRECTED, Answer.CONFIRMED]
    assert [(one.seal, one.answer, one.before) for one in third.ended] == [
        (1, Answer.CORRECTED, False)
    ]
    assert fourth.wordings[-1].words.state is State.WITHDRAWN
    assert [(one.answer, one.reason, one.before) for one in fourth.given] == [
        (Answer.DECLINED, "words_differ", True)
    ]
    assert sixth.given[0].reason == "hung_up"
    assert (added.wordings[0].words.words, added.ended[0].seal) == (ADDED, 2)
    (matter,) = made.certificate.matters
    assert [(one.number, one.part, one.items) for one in matter.seals] == [(1, 0, 9), (2, 1, 1)]
    assert [one.wordings[-1].words.words for one in matter.form] == [
        "住户反映路灯不亮", "三天左右", "两盏灯",
    ]  # fmt: skip
    assert (made.certificate.name.words, matter.operator) == (NAME, "安娜")
    assert HOME not in made.certificate.callback.words
    assert "湖滨路" not in made.body.decode()


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_a_masked_one_proves_the_same_and_tells_nobody_anything(
    centre: Certified, secrecy: Secrecy
) -> None:
    number = centre.ticket(secrecy)
    centre.supplemented(number)
    made = masked(centre, number)
    assert told(made, *PERSONAL) == []
    assert is_whole(made)
    other = full(centre, number)
    assert [one.hash for one in made.data.rows] == [one.hash for one in other.data.rows]
    assert {text.words for text in made.data.texts.values()} == {""}  # the one withdrawn


def test_an_anonymous_caller_stays_so_in_the_full_one(centre: Certified) -> None:
    made = full(centre, centre.ticket(Secrecy.ANONYMOUS))
    assert is_whole(made)
    assert told(made, NAME, NUMBER, HOME, "翠湖", "欧阳") == []
    assert told(made, SAID[1], CORRECTED) == [SAID[1], CORRECTED]
    assert items(made)[0].wordings[0].words.state is State.LEFT_OUT


def test_the_record_of_a_later_call_is_part_of_it(centre: Certified) -> None:
    number = centre.ticket()
    centre.supplemented(number)
    made = full(centre, number)
    assert is_whole(made)
    _own, later = made.certificate.matters
    assert later.parts[0].items[0].wordings[0].words.words == AGAIN
    assert [one.number for one in later.seals] == [3]


def test_an_erased_text_is_called_erased_in_both_forms(centre: Certified) -> None:
    number = centre.ticket()
    centre.erased(SAID[1])
    for made in (masked(centre, number), full(centre, number)):
        assert is_whole(made)
        assert items(made)[1].wordings[0].words.state is State.ERASED
        assert told(made, SAID[1]) == []


def test_a_plain_text_that_names_somebody_is_withheld_with_its_row(centre: Certified) -> None:
    plain = centre._filled

    def named(*given: Any) -> Any:
        draft = plain(*given)
        typed = f"{NAME}家的路灯"
        return draft.with_matter(replace(draft.matter, category=None, category_text=typed))

    centre._filled = named  # type: ignore[method-assign]
    number = centre.ticket()
    made = masked(centre, number)
    assert is_whole(made)
    assert told(made, *PERSONAL) == []
    assert {one.table for one in made.data.rows if one.withheld} == {"ticket", "matter_form"}
    assert told(full(centre, number), NAME) == [NAME]


def test_who_may_have_the_full_one(centre: Certified) -> None:
    number = centre.ticket(Secrecy.SECRET)
    show = centre.services.certificates.show
    for actor in (centre.lead, centre.auditor, centre.quality, centre.anna):
        assert show(actor, number, full=True).data.full
    both = replace(centre.lamps, roles=(Role.UNIT, Role.EDITOR))
    for actor in (centre.ben, centre.lamps, both, centre.person("dora", Role.DISPATCHER)):
        with pytest.raises(UserError):
            show(actor, number, full=True)
    own = Actor(centre.anna.staff_id, "anna", "Anna", (Role.UNIT,), "lamps")
    with pytest.raises(UserError):
        show(own, number, full=True)
    assert not show(centre.ben, number).data.full
    with pytest.raises(UserError, match="not with your unit"):
        show(centre.lamps, number)


def test_what_cannot_be_certified_is_refused(centre: Certified) -> None:
    with pytest.raises(UserError, match="There is no ticket"):
        masked(centre, "20261123-A07-9999")


def test_each_one_that_goes_out_is_noted_and_only_if_nothing_changed(centre: Certified) -> None:
    number, certificates = centre.ticket(), centre.services.certificates
    shown, other = masked(centre, number), full(centre, number)
    assert certificates.hand_out(centre.lead, shown, Looked.PRINT) is shown
    assert certificates.hand_out(centre.lead, other) is other
    centre.erased(SAID[1])
    fresh = certificates.hand_out(centre.lead, other)
    assert fresh is not other
    assert told(fresh, SAID[1]) == []
    rows = centre.services.viewing.rows(centre.lead, ViewQuery())
    assert [(row.what, row.purpose, row.ticket) for row in rows] == [
        ("export", "full_certificate", number), ("print", "certificate", number),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body[:-1],
        lambda body: body.replace(b'{"certificate":1', b'{"certificate": 1'),
        lambda body: body.replace(b'"form":1', b'"form":1.0', 1),
        lambda body: body.replace(b'"full":false', b'"full":false,"full":false'),
        lambda body: body.replace(b'"full":false', b'"full":null'),
        lambda body: body.replace(b'"full":false', b'"full":false,"more":1'),
        lambda body: body.replace(b'"left_out":[]', b'"left_out":[NaN]'),
        lambda body: b"[" * 4 * len(body),
        lambda body: b"\xff" + body,
        lambda body: body[:0] + b"null",
        lambda body: body + b"x" * certificate_data.LARGEST,
        lambda body: body.replace(b'"zh_CN"', b'"../../zh"'),
        lambda body: body.replace(b"Asia/Shanghai", b"../etc/passwd"),
    ],
)
def test_data_that_is_none_is_one_sentence(centre: Certified, spoil: Any) -> None:
    body = masked(centre, centre.ticket()).body
    assert certificate_data.parse(body).digest == certificate_data.digest(body)
    with pytest.raises(UserError, match=r"data of (a|this) certificate"):
        certificate_data.parse(spoil(body))


def test_data_of_a_newer_program_is_named_so(centre: Certified) -> None:
    values = json.loads(masked(centre, centre.ticket()).body) | {"certificate": 2, "new": "thing"}
    with pytest.raises(UserError, match="newer version"):
        certificate_data.parse(certificate_data.written(values))
