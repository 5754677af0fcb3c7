"""Figures in braces: a name, a typed figure, or neither."""

from __future__ import annotations

import pytest

from antq_reports.figures import Change, Count
from antq_reports.report.braces import Named, Typed, Unread, Words, names_in, pieces_of


def test_a_text_without_braces_is_words() -> None:
    """One piece, as it was written."""
    assert (Words("Cả năm yên bình"),) == pieces_of("Cả năm yên bình")


def test_names_typed_figures_and_words_stand_in_order() -> None:
    """Typed figures are counted from 0, names are not."""
    first, second = Count(value=1204, unit="tin"), Count(value=5, unit="xã")
    expected = (Typed(0, first), Words(" và "), Named("roads.accidents"), Words(", "), Typed(1, second))
    assert expected == pieces_of("{1.204 tin} và {roads.accidents}, {5 xã}")


@pytest.mark.parametrize("name", ["roads.accidents", "pledges.by_signer[2]", "prizes.given[0].people", "extra.boats"])
def test_a_metric_path_is_a_name(name: str) -> None:
    """Whether there is such a metric is not asked here."""
    assert (Named(name),) == pieces_of(f"{{{name}}}")
    assert (name,) == names_in(f"Có {{{name}}} và {{5 xã}}")


def test_a_change_is_typed_like_any_figure() -> None:
    """Whatever `parse_figure` reads."""
    (piece,) = pieces_of("{giảm 12 vụ so với cùng kỳ}")
    assert isinstance(piece, Typed)
    assert isinstance(piece.figure, Change)


@pytest.mark.parametrize("text", ["x", "", "weapons", "rewards.awards[0].form.x[", "_tin"])
def test_what_can_only_be_a_name_has_no_refusal(text: str) -> None:
    """It is for whoever knows the names to say what is near."""
    assert (Unread(text, None),) == pieces_of(f"{{{text}}}")


@pytest.mark.parametrize(("text", "advice"), [("12.34 vụ", "12,34"), ("1,234.5 tin", None), ("không có gì", None)])
def test_what_is_no_figure_keeps_why(text: str, advice: str | None) -> None:
    """The refusal of the figure, which quotes what stands in the braces."""
    (piece,) = pieces_of(f"{{{text}}}")
    assert isinstance(piece, Unread)
    assert piece.refusal is not None
    assert text in piece.refusal.reason
    assert advice is None or advice in piece.refusal.remedy


def test_a_lone_brace_is_seen() -> None:
    """It is in the words around the figures."""
    words = [piece for piece in pieces_of("{{5 xã} và {6 xã}}") if isinstance(piece, Words)]
    assert [True, False, True] == [each.has_brace for each in words]
