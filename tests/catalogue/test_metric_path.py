"""A metric's address: taken apart and put together again, and nothing taken for one that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_reports.catalogue.metric_path import KEY, MAX_ROWS, PARTS, MetricPath, earlier_path, figure_path

keys = st.from_regex(KEY, fullmatch=True)
parts = st.lists(st.sampled_from(sorted(PARTS)), max_size=3).map(tuple)
metrics = st.builds(MetricPath, keys, keys, parts=parts)
rows = st.builds(
    MetricPath,
    keys,
    keys,
    st.integers(0, MAX_ROWS - 1),
    st.just("") | keys.filter(lambda key: key not in PARTS),
    parts,
)
paths = metrics | rows


@given(paths)
def test_an_address_comes_back_whole(path: MetricPath) -> None:
    """Written out and read again it is the same."""
    assert path == MetricPath.parse(str(path)) == MetricPath.of(str(path))


@given(
    st.text(max_size=30) | st.from_regex(r"[a-z]{1,3}\.[a-z]{1,3}(\[[0-9]{0,4}\])?(\.[a-z]{1,8}){0,2}", fullmatch=True)
)
def test_a_text_is_an_address_or_none(text: str) -> None:
    """No two texts are one address."""
    path = MetricPath.parse(text)
    assert path is None or text == str(path)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("weapons.detonators", MetricPath("weapons", "detonators")),
        ("tips.public_tips.change.percent", MetricPath("tips", "public_tips", parts=("change", "percent"))),
        ("a.pledges[2]", MetricPath("a", "pledges", 2)),
        ("a.pledges[2].previous", MetricPath("a", "pledges", 2, parts=("previous",))),
        ("rewards.awards[0].individuals", MetricPath("rewards", "awards", 0, "individuals")),
        ("rewards.awards[999].individuals.first", MetricPath("rewards", "awards", 999, "individuals", ("first",))),
        ("extra.boats", MetricPath("extra", "boats")),
    ],
)
def test_an_address_has_its_parts(text: str, path: MetricPath) -> None:
    """Section, name, row, column, parts of the figure."""
    assert path == MetricPath.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "weapons",
        "weapons.",
        ".detonators",
        "Weapons.detonators",
        "weapons.detonators ",
        "weapons.détonateurs",
        "weapons.detonators\n",
        "weapons.detonators.khong",
        "visit.programme.date",
        "a.b[-1]",
        "a.b[1000]",
        "a.b[01]",
        "a.b[٣]",
        "a.b[]",
        "a.b[0].c.d",
        "a.b[0].c[1]",
        "a.b.c[0]",
        f"a.{'b' * 61}",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    """And whoever says that it is one is told."""
    assert MetricPath.parse(text) is None
    with pytest.raises(ValueError, match="is no metric's address"):
        MetricPath.of(text)


def test_an_address_knows_what_it_is_of() -> None:
    """The metric or group declared, the whole figure, whether it is a row or beyond the catalogue."""
    path = MetricPath.of("rewards.awards[3].individuals.change.percent")
    assert ("rewards.awards", True, False) == (path.declared, path.is_row, path.is_extra)
    assert "rewards.awards[3].individuals" == str(path.figure)
    assert path.figure == path.figure.figure
    extra = MetricPath.of("extra.boats")
    assert ("extra.boats", False, True) == (extra.declared, extra.is_row, extra.is_extra)


def test_rows_of_a_group_are_of_one_kind() -> None:
    """The row is left open; a metric is its own kind."""
    found = {MetricPath.of(f"rewards.awards[{row}].individuals").kind_of_row for row in (0, 7, 999)}
    assert {"rewards.awards[].individuals"} == found
    assert "weapons.detonators.first" == MetricPath.of("weapons.detonators.first").kind_of_row


@given(paths)
def test_a_part_stands_behind_and_last_period_in_between(path: MetricPath) -> None:
    """``a.b.first`` becomes ``a.b.first.change`` and ``a.b.previous.first``; the figure stays the same."""
    assert f"{path}.change" == str(path.part("change"))
    assert ("previous", *path.parts) == path.of_previous().parts
    assert path.figure == path.part("change").figure == path.of_previous().figure


@pytest.mark.parametrize(
    ("text", "earlier", "figure"),
    [
        ("a.b", "a.b.previous", "a.b"),
        ("a.b.first", "a.b.previous.first", "a.b"),
        ("a.b[1].c.share", "a.b[1].c.previous.share", "a.b[1].c"),
        ("extra.x", "extra.x.previous", "extra.x"),
        ("visit.programme.date", "visit.programme.date", "visit.programme.date"),
        ("báo cáo", "báo cáo", "báo cáo"),
    ],
)
def test_earlier_path_and_figure_path_take_texts(text: str, earlier: str, figure: str) -> None:
    """Of what is no address they give what they got."""
    assert (earlier, figure) == (earlier_path(text), figure_path(text))
