"""What to write instead of a text that is no figure."""

from __future__ import annotations

import pytest

from antq_reports.errors import FigureSyntaxError, Refusal
from antq_reports.figures import format_figure, parse_figure
from antq_reports.figures.remedies import explain, in_context, refuse_currency


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("33,5 triệu ₫", "33,5 triệu đồng"),
        ("450.000đ", "450.000 đồng"),
        ("450.000 VND", "450.000 đồng"),
        ("450.000vnđ", "450.000 đồng"),
    ],
)
def test_a_currency_sign_is_written_out(text: str, spelling: str) -> None:
    """Money is in đồng."""
    with pytest.raises(FigureSyntaxError, match="không dùng ₫, đ hay VND trong bản tin") as caught:
        refuse_currency(text)
    assert spelling == caught.value.refusal.suggestion == format_figure(parse_figure(spelling))


@pytest.mark.parametrize("text", ["5 đội", "5 vụ ở VNDIRECT", "đ", "5 ấp Bình Đ"])
def test_a_word_that_begins_like_a_currency_is_none(text: str) -> None:
    """Nor is a letter that stands behind no number."""
    refuse_currency(text)


@pytest.mark.parametrize(
    ("text", "fact", "spelling"),
    [
        ("1 584 vụ", "không tách nhóm chữ số bằng khoảng trắng", "1.584 vụ"),
        ("86,1 %", "không có khoảng trắng trước dấu %", "86,1%"),
        ("5–7 vụ", "dấu gạch giữa hai số phải là dấu gạch nối", "5-7 vụ"),
        ("5 — 7 vụ", "dấu gạch giữa hai số phải là dấu gạch nối", "5 - 7 vụ"),
        ("1 / 2 vụ", "không có khoảng trắng quanh dấu gạch chéo", "1/2 vụ"),
        ("5 vụ…", "có dấu câu thừa ở cuối", "5 vụ"),
        ("1584", "từ một nghìn trở lên phải có dấu chấm tách nhóm ba chữ số", "1.584"),
    ],
)
def test_a_usual_slip_is_respelled(text: str, fact: str, spelling: str) -> None:
    """The whole text as it should be, which is a figure."""
    refusal = explain(text)
    assert (fact, spelling) == (refusal.reason, refusal.suggestion)
    assert spelling == format_figure(parse_figure(spelling))


@pytest.mark.parametrize(
    ("text", "fact", "remedy"),
    [
        ("", "không có con số nào", "hãy viết như "),
        ("một vài vụ", "không có con số nào", "hãy viết như "),
        ("trên dưới 50 vụ", "không phải là từ chỉ mức độ", "hãy dùng một trong: hơn, trên, "),
        ("Trên dưới 50 vụ", "không phải là từ chỉ mức độ", "hãy dùng một trong: hơn, trên, "),
        ("~50", "không phải là từ chỉ mức độ", "hãy dùng một trong: hơn, trên, "),
        ("độc hại 5 lít", "không đúng cách viết số liệu", "hãy viết như "),
        ("2 tỷ 500 triệu đồng", "có nhiều số trong một số liệu", "hãy tách thành các số liệu riêng, mỗi số liệu một ô"),
        ("vụ 5", "không đúng cách viết số liệu", "hãy viết như "),
    ],
)
def test_any_other_text_is_told_what_it_lacks(text: str, fact: str, remedy: str) -> None:
    """A number, a hedge of the house, one figure alone, or the shape of one."""
    refusal = explain(text)
    assert (fact, None) == (refusal.reason, refusal.suggestion)
    assert refusal.remedy.startswith(remedy)


def test_a_refusal_of_a_piece_advises_the_whole() -> None:
    """Where the piece stands once; twice, nobody can say which is meant."""
    error = FigureSyntaxError("1584", Refusal.respelled("thiếu dấu chấm", "1.584"))
    told = [in_context(error, text) for text in ("1584 vụ", "1584/1584 vụ", "1584")]
    assert ["1584 vụ", "1584/1584 vụ", "1584"] == [each.text for each in told]
    assert ["1.584 vụ", "1.584", "1.584"] == [each.refusal.suggestion for each in told]
    bare = FigureSyntaxError("5", Refusal("tổng bằng 0", "hãy kiểm tra lại"))
    assert ("5 vụ", bare.refusal) == (in_context(bare, "5 vụ").text, in_context(bare, "5 vụ").refusal)
