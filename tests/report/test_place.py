"""The place of a report."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from antq_reports.report import Place


def test_full_name_has_the_level() -> None:
    """Level and name, as a sentence takes them; a province unless said otherwise."""
    assert "tỉnh Lâm Đồng" == Place(name="Lâm Đồng").full_name
    assert "phường 5" == Place(name="5", level="phường").full_name


def test_code_keeps_its_zero() -> None:
    """A code is text: the leading zero stays."""
    assert "01" == Place(name="Hà Nội", level="thành phố", code="01").code


@pytest.mark.parametrize("code", ["1", "123456", "1a", "٠١", 68])
def test_code_is_two_to_five_digits(code: object) -> None:
    """Anything else is no code, a number least of all."""
    with pytest.raises(ValidationError):
        Place.model_validate({"name": "Lâm Đồng", "code": code})


def test_level_is_one_of_the_list() -> None:
    """A level that the law does not know is refused."""
    with pytest.raises(ValidationError):
        Place.model_validate({"name": "Lâm Đồng", "level": "bang"})
