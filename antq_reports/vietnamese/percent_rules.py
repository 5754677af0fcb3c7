"""The house rules for percents: how many decimals, and whether zeros at their end stay. Nothing else lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from antq_reports.vietnamese.decimals import round_half_up, trim_decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentRule:
    """A house rule for the decimals of a percent, and of percentage points."""

    places: int
    """The most decimals printed: 2 for 86,12%."""
    trims: bool
    """Whether zeros that end the decimals are left out: 86,1% instead of 86,10%."""

    @property
    def ratio_places(self) -> int:
        """The decimals of the fraction behind the percent: two more."""
        return self.places + 2

    @property
    def description(self) -> str:
        """The rule in Vietnamese, for whoever chooses one."""
        return f"{'tối đa' if self.trims else 'đúng'} {self.places} số lẻ" if self.places else "không có số lẻ"

    def round(self, points: Decimal) -> Decimal:
        """Round a number of percents, half up, to what the rule prints.

        >>> PERCENT_RULES["a"].round(Decimal("2.104")), PERCENT_RULES["b"].round(Decimal("2.104"))
        (Decimal('2.1'), Decimal('2.10'))
        """
        rounded = round_half_up(points, self.places)
        return trim_decimals(rounded) if self.trims else rounded


PERCENT_RULES: Mapping[str, PercentRule] = MappingProxyType(
    {
        "a": PercentRule(places=2, trims=True),
        "b": PercentRule(places=2, trims=False),
        "c": PercentRule(places=1, trims=False),
    }
)
"""The rules a house may choose from, by the name ``style.toml`` has for them."""
USUAL_PERCENT_RULE = "a"
"""The rule of findings, and of computed percents where a house has none."""
