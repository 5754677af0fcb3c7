"""Groups: rows of one figure or several, their labels, and the texts they are written as."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from antq_reports.bundled import AwardsRow, ProsecutionsByFieldRow, TransportPledgesByGroupRow
from antq_reports.catalogue import Group, Metric, Row
from antq_reports.catalogue.group import DEFAULT_EXAMPLE, Head, unit_of
from antq_reports.figures import Count, Indefinite, Pair

AWARDS: Group = AwardsRow.group
PLEDGES: Group = TransportPledgesByGroupRow.group


def refusal(model: type[BaseModel], raw: Any) -> tuple[str, str]:
    """Return reason and remedy of the one fault a raw row gives."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(raw)
    (item,) = caught.value.errors()
    refusal = item["ctx"]["refusal"]
    return refusal.reason, refusal.remedy


# --- rows of a label and a figure ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("short", "label", "figure"),
    [
        ("236 chủ xe", "chủ xe", Count(value=236, unit="chủ xe")),
        ("hàng trăm lái xe", "lái xe", Indefinite(word="hàng trăm", unit="lái xe")),
    ],
)
def test_row_is_labelled_by_its_unit(short: str, label: str, figure: object) -> None:
    """The short form of a row is its figure: the unit is the label, the value that of the full mapping."""
    row = TransportPledgesByGroupRow.model_validate(short)
    assert (label, figure) == (row.label, row.figure)
    assert TransportPledgesByGroupRow.model_validate({"label": label, "figure": short}) == row


def test_pair_labels_its_row_whole() -> None:
    """A pair has two units: the row is named by the whole text."""
    row = ProsecutionsByFieldRow.model_validate("31 vụ, 34 đối tượng")
    assert isinstance(row.figure, Pair)
    assert "31 vụ, 34 đối tượng" == row.label


def test_a_label_may_stand_before_the_figure() -> None:
    """As a list in a newspaper has it: the text up to the colon is the label."""
    row = ProsecutionsByFieldRow.model_validate("ma túy: 31 vụ, 34 bị can")
    pair = Pair(first=Count(value=31, unit="vụ"), second=Count(value=34, unit="bị can"))
    assert ("ma túy", pair) == (row.label, row.figure)
    assert row == ProsecutionsByFieldRow.model_validate({"label": "ma túy", "figure": "31 vụ, 34 bị can"})


@pytest.mark.parametrize("short", ["5", "hàng trăm", "5 - 7"])
def test_row_without_a_name_is_refused(short: str) -> None:
    """A number alone names no row: it is never labelled by its digits."""
    with pytest.raises(ValidationError, match="thiếu tên của dòng số liệu"):
        TransportPledgesByGroupRow.model_validate(short)


@pytest.mark.parametrize("raw", ["86,1%", {"label": "kinh tế", "figure": "1/2 vụ"}, 5, None, [1]])
def test_row_takes_counts_and_money_only(raw: Any) -> None:
    """Ratios and bare numbers are no rows."""
    with pytest.raises(ValidationError):
        TransportPledgesByGroupRow.model_validate(raw)


# --- rows of several figures --------------------------------------------------------------------------------


def test_award_counts_collectives_and_individuals() -> None:
    """Both counts take the short form and their unit."""
    award = AwardsRow.model_validate({"form": "Giấy khen", "collectives": 3, "individuals": "trên 10"})
    assert Count(value=3, unit="tập thể") == award.collectives
    assert "cá nhân" == (award.individuals and award.individuals.unit)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (
            "Giấy khen của Công an tỉnh: 5 tập thể, 12 cá nhân",
            {"form": "Giấy khen", "level": "Công an tỉnh", "collectives": "5 tập thể", "individuals": "12 cá nhân"},
        ),
        ("Bằng khen: hơn 12 cá nhân", {"form": "Bằng khen", "individuals": "hơn 12 cá nhân"}),
        (
            "Cờ thi đua của Bộ Công an: 12 cá nhân, 1 tập thể",
            {"form": "Cờ thi đua", "level": "Bộ Công an", "collectives": 1, "individuals": 12},
        ),
    ],
)
def test_an_award_may_be_a_text(short: str, full: dict[str, Any]) -> None:
    """Form and giver before the colon, then each figure with the unit that says which column it is of."""
    assert AwardsRow.model_validate(full) == AwardsRow.model_validate(short)


@pytest.mark.parametrize(
    ("short", "reason"),
    [
        ("Giấy khen của Công an tỉnh", "thiếu số"),
        ("Giấy khen: 5 đơn vị", "“5 đơn vị” không rõ thuộc cột nào"),
        ("Giấy khen: 5", "“5” không rõ thuộc cột nào"),
        ("Giấy khen: 5 tập thể, 3 tập thể", "ghi hai lần cột tập thể"),
        ("Giấy khen: nhiều tập thể", "không có con số nào"),
    ],
)
def test_a_text_that_is_no_award_is_one_fault(short: str, reason: str) -> None:
    """It says what is missing; nothing is guessed and nothing written over."""
    fact, remedy = refusal(AwardsRow, short)
    assert reason in fact
    assert remedy


@pytest.mark.parametrize("raw", [5, True, None, ["5 tập thể"]])
def test_what_is_neither_text_nor_table_is_told_with_the_rows_own_example(raw: Any) -> None:
    """And the keys a table of it has."""
    fact, remedy = refusal(AwardsRow, raw)
    assert "phải là chữ hoặc một bảng" == fact
    assert AWARDS.example in remedy
    assert "form, level, collectives, individuals" in remedy


def test_a_unit_that_ends_in_another_is_the_longer_one() -> None:
    """“Lượt người” ends in “người”: the figure is of the column whose whole unit it bears."""
    columns = {"people": Metric(label="", unit="người"), "visits": Metric(label="", unit="lượt người")}

    class Visits(Row):
        group = Group(label="lượt khách", columns=columns)
        label: str
        people: Count | None = None
        visits: Count | None = None

    row = Visits.model_validate("chợ: 5 lượt người, 3 người")
    assert (3, 5) == (row.people and row.people.value, row.visits and row.visits.value)


# --- labels -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        ({"form": "Giấy khen", "level": "Bộ Công an"}, "Giấy khen của Bộ Công an"),
        ({"form": "Giấy khen", "level": None}, "Giấy khen"),
        ({"form": "Giấy khen"}, "Giấy khen"),
    ],
)
def test_heads_make_one_label(heads: dict[str, str | None], words: str) -> None:
    """What stands before an absent head goes with it."""
    assert words == AWARDS.words_of(heads)


@given(form=st.sampled_from(["Cờ", "Bằng khen"]), level=st.none() | st.sampled_from(["UBND xã", "Bộ Công an"]))
def test_a_label_comes_apart_again(form: str, level: str | None) -> None:
    """Into the heads it was made of."""
    heads = {"form": form, "level": level}
    assert heads == AWARDS.heads_of(AWARDS.words_of(heads))


def test_the_words_of_a_row_are_those_of_its_heads() -> None:
    """A row knows its heads and its figures by column; absent figures are none."""
    row = AwardsRow.model_validate("Giấy khen của UBND xã: 12 cá nhân")
    assert ({"form": "Giấy khen", "level": "UBND xã"}, "Giấy khen của UBND xã") == (row.heads, row.words)
    assert [("individuals", Count(value=12, unit="cá nhân"))] == list(row.figures())


def test_a_plain_group_has_a_label_and_a_figure() -> None:
    """Any other group has heads or columns of its own."""
    assert (True, False) == (PLEDGES.is_plain, AWARDS.is_plain)
    assert not Group(label="a", heads={"form": Head()}, row_label="{form}").is_plain


def test_a_figure_of_a_row_is_declared_by_its_column() -> None:
    """Under the row's label; a plain group's figure has the group's own polarity."""
    column = AWARDS.column_metric("individuals", "Giấy khen của UBND xã")
    assert "cá nhân được khen thưởng: Giấy khen của UBND xã" == column.label
    assert ("cá nhân", AWARDS.rollup) == (column.unit, column.rollup)
    plain = PLEDGES.column_metric("figure", "chủ xe")
    assert (f"{PLEDGES.label}: chủ xe", "more") == (plain.label, plain.polarity)


def test_a_column_is_known_by_its_unit() -> None:
    """The first of two; without one by its label."""
    assert "vụ" == unit_of(Metric(label="a", unit=("vụ", "người")))
    assert ("vụ", "a") == (unit_of(Metric(label="a", unit="vụ")), unit_of(Metric(label="a")))


def test_the_schema_of_a_row_takes_its_text() -> None:
    """With an example of its own."""
    text, table = AwardsRow.model_json_schema()["anyOf"]
    assert "string" == text["type"]
    assert AWARDS.example in text["description"]
    assert {"form", "level", "collectives", "individuals"} == set(table["properties"])
    assert DEFAULT_EXAMPLE in str(TransportPledgesByGroupRow.model_json_schema())
