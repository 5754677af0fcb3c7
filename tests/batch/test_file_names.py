"""Names of units and files: what a person recognises, no two alike, none that leads anywhere else."""

from __future__ import annotations

from itertools import permutations

from batch_units import commune
from hypothesis import given
from hypothesis import strategies as st

from antq_reports import Report
from antq_reports.batch.file_names import file_stems, report_keys


def unit(name: str, code: str | None = None, year: int = 2026, level: str = "xã") -> Report:
    """A report of a place, with a code or none."""
    return commune(0, year=year, place={"name": name, "level": level, "code": code})


def test_a_name_is_code_and_slug() -> None:
    """Đ becomes d, the code stands first: files sort as the list of units does."""
    assert ("24802-xa-da-teh", "68-tinh-lam-dong") == file_stems(
        [unit("Đạ Tẻh", "24802"), unit("Lâm Đồng", "68", level="tỉnh")]
    )


def test_units_whose_slugs_are_alike_keep_apart() -> None:
    """Tân Hà and Tân Hạ have one slug; their codes differ."""
    assert ("24823-xa-tan-ha", "24824-xa-tan-ha") == file_stems([unit("Tân Hà", "24823"), unit("Tân Hạ", "24824")])


def test_without_codes_a_number_keeps_them_apart_in_any_order() -> None:
    """The same unit gets the same file whatever order the reports come in."""
    units = [unit("Tân Hà"), unit("Tân Hạ"), unit("Tân Hả")]
    expected = dict(zip(("Tân Hà", "Tân Hả", "Tân Hạ"), ("xa-tan-ha", "xa-tan-ha-2", "xa-tan-ha-3"), strict=True))
    for order in permutations(units):
        assert [expected[report.place.name] for report in order] == list(file_stems(order))


def test_a_number_never_meets_another_unit() -> None:
    """“Tân Hà 2” has the name that the second Tân Hà would have got."""
    assert ("xa-tan-ha", "xa-tan-ha-3", "xa-tan-ha-2") == file_stems([unit("Tân Hà"), unit("Tân Hạ"), unit("Tân Hà 2")])


def test_one_unit_with_two_periods_has_two_files() -> None:
    """The period tells them apart, in the file's name and in the key."""
    both = [unit("Tân Hà", "24823", 2025), unit("Tân Hà", "24823", 2026)]
    assert ("24823-xa-tan-ha-nam-2025", "24823-xa-tan-ha-nam-2026") == file_stems(both)
    assert ("24823 (năm 2025)", "24823 (năm 2026)") == report_keys(both)


@given(
    st.lists(
        st.text("aàạđ ./\\漢\N{RIGHT SINGLE QUOTATION MARK}-", min_size=1, max_size=12).filter(str.strip), max_size=6
    )
)
def test_no_name_leaves_its_folder_or_meets_another(names: list[str]) -> None:
    """Whatever a unit is called, its file's name is plain ASCII and its own."""
    stems = file_stems([unit(name) for name in names])
    assert len(names) == len(set(stems))
    assert all(stem and stem.isascii() and not set(stem) & set("./\\ ") for stem in stems)


def test_a_long_name_fits_a_file_system() -> None:
    """255 bytes is what most take."""
    (stem,) = file_stems([unit("Tân Hà " * 40, "24823")])
    assert len(stem) < 120
