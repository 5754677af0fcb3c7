"""A person's own sentences and paragraphs stand where they belong in a section."""

from __future__ import annotations

from typing import Any

from fire_example import FOLDER
from prose_kit import report_of
from reading import fold

from antq_reports import read_report, render_report

LONG = [{"text": "Đoạn" + " dài" * 99 + "."}] * 5
"""More than makes an article long."""
TIPS = {"public_tips": "3.602 tin", "crime_reports_resolved": "57/60 tin báo"}
FIRST = "Nhân dân cung cấp 3.602 tin về an ninh, trật tự."
SECOND = "Lực lượng Công an giải quyết xong 57/60 tin báo và tố giác về tội phạm."


def body(tips: dict[str, Any], **fields: Any) -> list[str]:
    """Return the paragraphs of the body of a brief with tips."""
    text = render_report(report_of(tips=tips, lead="Mở bài.", **fields)).text
    lines = [fold(line) for line in text.split("\n")]
    whole = lines[: lines.index("Số liệu trong bài")] if "Số liệu trong bài" in lines else lines
    return [line for line in whole if line.endswith((".", "!", "”", "?"))][1:]


def test_opening_and_closing_stand_around_the_sentences_of_the_section() -> None:
    """In its paragraph; a full stop is put where there is no stop."""
    assert [f"Dân tin. {FIRST} {SECOND} Ai cũng được đáp!"] == body(
        {**TIPS, "opening": "Dân tin", "closing": "Ai cũng được đáp!"}
    )


def test_without_figures_they_are_the_section() -> None:
    """One paragraph."""
    assert ["Dân tin. Hết."] == body({"opening": "Dân tin", "closing": "Hết"})


def test_a_paragraph_follows_the_sentence_of_its_metric() -> None:
    """The rest of the section goes on behind it; one without a metric, or whose metric is not told, comes last."""
    own = [
        {"text": "Sau tin.", "after": "public_tips"},
        {"text": "Cuối."},
        {"text": "Không có chỗ", "after": "valuable_tips"},
    ]
    assert [FIRST, "Sau tin.", SECOND, "Cuối.", "Không có chỗ."] == body({**TIPS, "paragraphs": own})


def test_a_paragraph_behind_the_last_sentence_leaves_no_empty_one() -> None:
    """Nothing stands behind it."""
    own = [{"text": "Sau cùng.", "after": "crime_reports_resolved"}]
    assert [f"{FIRST} {SECOND}", "Sau cùng."] == body({**TIPS, "paragraphs": own})


def test_a_paragraph_may_follow_a_group() -> None:
    """Behind the sentence with the group's first row."""
    pledges = ["86 doanh nghiệp", "6 chủ xe"]
    own = {
        "transport_pledges_by_group": pledges,
        "paragraphs": [{"text": "Riêng.", "after": "transport_pledges_by_group"}],
    }
    lines = body({}, commitments=own)
    assert (2, "Riêng.") == (len(lines), lines[1])


def test_a_quotation_closes_the_section() -> None:
    """Who, what office, and the words in quotation marks with one stop."""
    quote = {"text": "Thấy lạ là gọi.", "who": "bà Hoa", "role": "trưởng thôn"}
    assert [f"{FIRST} {SECOND}", "Bà Hoa, trưởng thôn, cho biết: “Thấy lạ là gọi”."] == body({**TIPS, "quote": quote})
    assert "Bà Hoa cho biết: “Gọi ngay!”." == body({"quote": {"text": "Gọi ngay!", "who": "bà Hoa"}})[0]


def test_ones_own_subhead_stands_before_its_section() -> None:
    """In a short article too; before a section in the middle of its part as well."""
    fields = {"communication": {"leaflets_distributed": 12}, "weapons": {"detonators": 3}}
    text = render_report(
        report_of(lead="Mở bài.", subheads={"weapons": "Nộp súng", "models": "Không in"}, **fields)
    ).text
    lines = [line for line in text.split("\n") if line]
    place = lines.index("Nộp súng")
    assert ("tờ" in lines[place - 1], "Không in" in lines) == (True, False)
    assert "kíp nổ" in fold(lines[place + 1])


def test_ones_own_subhead_takes_the_place_of_the_parts() -> None:
    """In a long article, of the part whose first told section it names."""
    tips = {**TIPS, "paragraphs": LONG}
    plain = render_report(report_of(tips=tips, lead="Mở bài.")).text
    own = render_report(report_of(tips=tips, lead="Mở bài.", subheads={"tips": "Tin của dân"})).text
    assert ("Tin báo của người dân" in plain, "Tin báo của người dân" in own) == (True, False)
    assert "Tin của dân" in own


def test_highlights_open_the_body_and_points_close_it() -> None:
    """Deeds before the points, each told once."""
    more = {
        "highlights": ("Nổi bật",),
        "deeds": ({"who": "ông An", "what": "giữ trộm", "where": "xã Tân Hà"},),
        "outlook": {"tasks": ("mở thêm tổ",)},
    }
    expected = ["Nổi bật.", f"{FIRST} {SECOND}", "Ở xã Tân Hà, ông An giữ trộm."]
    assert [*expected, "Thời gian tới, tỉnh Hà Tĩnh tập trung mở thêm tổ."] == body(TIPS, **more)


def test_the_closing_points_have_a_subhead_in_a_long_article_of_any_subject() -> None:
    """Though the plan of the subject does not speak of them; in a short one they have none."""
    for paragraphs, expected in ((LONG, True), ([], False)):
        report = {"subject": "phong-chay-chua-chay", "place": "xã Tân Hà", "period": 2026}
        own = {"fires": {"paragraphs": paragraphs}, "outlook": {"tasks": ["mở thêm tổ"]}}
        text = render_report(read_report({**report, **own}, templates=FOLDER), templates=FOLDER).text
        assert expected is ("Những việc đặt ra" in text)
        assert "tập trung mở thêm tổ." in fold(text)
