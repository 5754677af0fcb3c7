"""House rules for printing figures."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from antq_reports.vietnamese import PercentRule


class FigureStyle(BaseModel):
    """How a house prints figures; a rule left out prints them as written. No rule changes a value.

    A number that a rule shortens is rounded half up, or in the direction of its hedge.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    percent_rule: PercentRule | None = Field(default=None, description="a: tối đa 2 số lẻ; b: đúng 2; c: đúng 1")
    hedge_above: Literal["hơn", "trên"] | None = Field(default=None, description="Một từ dùng thay cho hơn, trên")
    thousand_word: Literal["nghìn", "ngàn"] | None = Field(default=None, description="Chữ chỉ bậc nghìn")
    billion_word: Literal["tỷ", "tỉ"] | None = Field(default=None, description="Chữ chỉ bậc tỷ")
    zero_padding: bool | None = Field(default=None, description="Số đếm dưới 10 có số 0 đứng trước")
    glued_measure: bool | None = Field(default=None, description="Viết liền ký hiệu đo vào số: 30kg")
    scale_money: bool = Field(default=False, description="Viết tiền theo triệu, tỷ với tối đa 2 số lẻ")
