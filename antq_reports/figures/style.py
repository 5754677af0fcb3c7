"""House rules for printing figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from antq_reports.figures.sentence_errors import fault
from antq_reports.vietnamese import PERCENT_RULES, USUAL_PERCENT_RULE, PercentRule


def _check_rule(name: str) -> str:
    if name not in PERCENT_RULES:
        raise fault(
            "percent_rule", f"không có quy tắc phần trăm “{name[:20]}”", f"hãy chọn: {', '.join(PERCENT_RULES)}"
        )
    return name


PercentRuleName = Annotated[
    str, AfterValidator(_check_rule), WithJsonSchema({"type": "string", "enum": list(PERCENT_RULES)})
]
"""The name of a rule of `PERCENT_RULES`."""


class FigureStyle(BaseModel):
    """How a house prints figures; a rule left out prints them as written. No rule changes a value.

    A number that a rule shortens is rounded half up, or in the direction of its hedge.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    percent_rule: PercentRuleName | None = Field(
        default=None, description="; ".join(f"{name}: {rule.description}" for name, rule in PERCENT_RULES.items())
    )
    hedge_above: Literal["hơn", "trên"] | None = Field(default=None, description="Một từ dùng thay cho hơn, trên")
    thousand_word: Literal["nghìn", "ngàn"] | None = Field(default=None, description="Chữ chỉ bậc nghìn")
    billion_word: Literal["tỷ", "tỉ"] | None = Field(default=None, description="Chữ chỉ bậc tỷ")
    zero_padding: bool | None = Field(default=None, description="Số đếm dưới 10 có số 0 đứng trước")
    words_to_ten: bool = Field(default=False, description="Số đếm từ một đến mười viết bằng chữ khi có đơn vị")
    glued_measure: bool | None = Field(default=None, description="Viết liền ký hiệu đo vào số: 30kg")
    scale_money: bool = Field(
        default=False,
        description="Viết tiền theo triệu, tỷ: đúng tới 3 số lẻ, còn lại viết “hơn” và làm tròn xuống 2 số lẻ",
    )

    @property
    def computed_percent_rule(self) -> PercentRule:
        """The rule for percents and points that are computed: the house's, else the usual one."""
        return PERCENT_RULES[self.percent_rule or USUAL_PERCENT_RULE]
