"""Who is who in a province."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from antq_reports.forms import UnitEntry
from antq_reports.report import Place, UnitRegister, unit_key

NAMES = st.sampled_from(["Tân Hà", "Tân Hạ", "TÂN HÀ", "Hòa Ninh", "Hoà Ninh"])
UNITS = st.builds(
    Place,
    name=NAMES,
    level=st.sampled_from(["xã", "phường"]),
    code=st.none() | st.sampled_from(["24823", "24824", "24825"]),
)


def xa(name: str, code: str | None = None) -> Place:
    """Make a commune."""
    return Place(name=name, level="xã", code=code)


def test_a_key_is_the_code_else_the_name_as_it_compares() -> None:
    """Two spellings of one name are one unit, two names are two, and so are two levels."""
    assert "24823" == unit_key(xa("Tân Hà", "24823"))
    assert unit_key(xa("Hòa Ninh")) == unit_key(xa("HOÀ NINH"))
    assert unit_key(xa("Tân Hà")) != unit_key(xa("Tân Hạ"))
    assert unit_key(xa("Tân Hà")) != unit_key(Place(name="Tân Hà", level="phường"))


def test_a_unit_is_found_by_its_code() -> None:
    """Whatever name it bears."""
    known = UnitRegister.of([xa("A", "24823"), xa("B", "24824")])
    assert known.units[1] is known.find(xa("C", "24824"))
    assert known.units[1] is known.coded("24824")
    assert known.find(xa("A", "24999")) is known.coded("24999") is known.coded(None) is None


def test_a_name_helps_where_one_side_has_no_code() -> None:
    """And only where it can mean one unit."""
    known = UnitRegister.of([xa("Tân Hà", "24823"), xa("Nam Ban"), xa("Hòa Ninh", "24824"), xa("Hòa Ninh", "24825")])
    assert "24823" == known.key_of(xa("TÂN HÀ"))
    assert known.units[1] is known.find(xa("Nam Ban", "24826"))
    assert known.find(xa("Hoà Ninh")) is None
    assert known.find(xa("Tân Hạ")) is None


def test_of_two_namesakes_a_third_code_is_the_one_without() -> None:
    """The other has a code of its own."""
    known = UnitRegister.of([xa("Tân Hà", "24823"), xa("Tân Hà")])
    assert known.units[1] is known.find(xa("Tân Hà", "24999"))
    assert known.units[1] is known.find(xa("Tân Hà"))


def test_names_are_spelt_as_the_list_has_them() -> None:
    """A name that two units bear has the code behind it; a stranger keeps his own."""
    known = UnitRegister.of([xa("Hòa Ninh", "24823"), xa("Tân Hà", "24824"), xa("Tân Hà", "24825")])
    assert "xã Hòa Ninh" == known.names[known.key_of(xa("HOÀ NINH"))]
    assert "xã Tân Hà (24825)" == known.names[known.key_of(xa("TÂN HÀ", "24825"))]
    assert known.key_of(xa("Tân Hạ")) not in known.names
    assert {"24823": "xã Hòa Ninh", "24824": "xã Tân Hà (24824)", "24825": "xã Tân Hà (24825)"} == dict(known.names)


def test_a_row_of_the_list_is_given_back_as_it_is() -> None:
    """A register of rows gives rows."""
    row = UnitEntry(code="24823", name="Tân Hà")
    assert row is UnitRegister.of([row, UnitEntry(code="24823", name="Khác")]).find(xa("Tân Hà"))


@given(st.lists(UNITS, max_size=6), UNITS)
def test_what_is_found_is_never_contradicted(units: list[Place], wanted: Place) -> None:
    """Every unit finds itself; a unit found has the code, or the level and name."""
    known = UnitRegister.of(units)
    assert all(unit_key(unit) == known.key_of(unit) for unit in units)
    assert len(known.units) == len({unit_key(unit) for unit in units}) == len(known.names)
    found = known.find(wanted)
    if found is not None and found.code and wanted.code:
        assert found.code == wanted.code
    elif found is not None:
        assert unit_key(Place(name=found.name, level=found.level)) == unit_key(
            Place(name=wanted.name, level=wanted.level)
        )
