"""The place itself, people who come back to it, welfare, and rewards."""

from __future__ import annotations

from typing import Annotated

from antq_reports.catalogue.metric import Amount, Countable, Group, Metric
from antq_reports.catalogue.section import Award, Section
from antq_reports.figures import Quantity


class Context(Section):
    """What kind of place it is."""

    population: Annotated[
        Countable | None, Metric(label="dân số", unit="người", reporter="province", subject="dân số")
    ] = None
    natural_area: Annotated[
        Quantity | None,
        Metric(label="diện tích tự nhiên", unit="km2", reporter="province", subject="diện tích tự nhiên"),
    ] = None
    commune_units: Annotated[
        Countable | None,
        Metric(label="đơn vị hành chính cấp xã", unit="đơn vị cấp xã", reporter="province", rollup="province"),
    ] = None
    residential_units: Annotated[Countable | None, Metric(label="thôn, tổ dân phố", unit="thôn, tổ dân phố")] = None
    ethnic_groups: Annotated[
        Countable | None, Metric(label="dân tộc cùng sinh sống", unit="dân tộc", reporter="province", rollup="province")
    ] = None


class Reintegration(Section):
    """People under supervision, and help for those who made mistakes."""

    offenders_supervised: Annotated[
        Countable | None, Metric(label="người lầm lỗi được quản lý, cảm hóa, giáo dục", unit="người", polarity="more")
    ] = None
    offenders_reformed: Annotated[
        Countable | None,
        Metric(label="người lầm lỗi có tiến bộ", unit="người", polarity="more", part_of="offenders_supervised"),
    ] = None
    reintegration_jobs: Annotated[
        Countable | None, Metric(label="người lầm lỗi được giới thiệu việc làm", unit="người", polarity="more")
    ] = None
    reintegration_loans: Annotated[
        Amount | None, Metric(label="vốn vay cho người lầm lỗi", unit="đồng", polarity="more")
    ] = None


class Welfare(Section):
    """The national day of the movement (19 August) and what it gave to people."""

    festival_sites: Annotated[
        Countable | None,
        Metric(label="điểm tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", unit="điểm", polarity="more"),
    ] = None
    gifts: Annotated[Countable | None, Metric(label="suất quà", unit="suất quà", polarity="more")] = None
    gift_value: Annotated[Amount | None, Metric(label="trị giá quà tặng", unit="đồng", polarity="more")] = None
    houses_built: Annotated[
        Countable | None, Metric(label="nhà tình nghĩa, mái ấm được trao", unit="căn nhà", polarity="more")
    ] = None
    house_value: Annotated[Amount | None, Metric(label="kinh phí làm nhà", unit="đồng", polarity="more")] = None


class Rewards(Section):
    """Collectives and individuals rewarded, by level and form."""

    awards: Annotated[tuple[Award, ...], Group(label="khen thưởng", polarity="more")] = ()
