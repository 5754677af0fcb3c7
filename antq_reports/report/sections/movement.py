"""The safety standard, the models of the movement, and its core force."""

from __future__ import annotations

from typing import Annotated

from antq_reports.catalogue.metric import Countable, Group, Metric, Ratio
from antq_reports.catalogue.section import GroupRow, Section
from antq_reports.catalogue.text_fields import Name
from antq_reports.figures import PartOfWhole


class Standards(Section):
    """Units that meet the standard of safety in security and order, once a year.

    A commune answers yes or no for itself; the province counts the units that meet it ("108/111 xã").
    """

    standard_name: Name = "An toàn về an ninh, trật tự"
    safe_residential_areas: Annotated[
        PartOfWhole | None, Metric(label="khu dân cư đạt tiêu chuẩn an toàn", unit="khu dân cư", polarity="more")
    ] = None
    safe_communes: Annotated[
        PartOfWhole | None, Metric(label="xã đạt tiêu chuẩn an toàn", unit="xã", rollup="units", polarity="more")
    ] = None
    safe_wards: Annotated[
        PartOfWhole | None,
        Metric(label="phường đạt tiêu chuẩn an toàn", unit="phường", rollup="units", polarity="more"),
    ] = None
    safe_townships: Annotated[
        PartOfWhole | None,
        Metric(label="thị trấn đạt tiêu chuẩn an toàn", unit="thị trấn", rollup="units", polarity="more"),
    ] = None
    safe_special_zones: Annotated[
        PartOfWhole | None,
        Metric(label="đặc khu đạt tiêu chuẩn an toàn", unit="đặc khu", rollup="units", polarity="more"),
    ] = None
    safe_organisations: Annotated[
        PartOfWhole | None,
        Metric(
            label="cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn an toàn",
            unit="cơ quan, doanh nghiệp, cơ sở giáo dục",
            polarity="more",
        ),
    ] = None
    new_rural_security_criterion: Annotated[
        PartOfWhole | None,
        Metric(
            label="xã đạt tiêu chí về an ninh, trật tự trong xây dựng nông thôn mới",
            unit="xã",
            rollup="units",
            polarity="more",
        ),
    ] = None
    hotspots_removed: Annotated[
        PartOfWhole | Countable | None,
        Metric(
            label="xã ra khỏi diện trọng điểm, phức tạp về an ninh, trật tự", unit="xã", rollup="units", polarity="more"
        ),
    ] = None
    movement_grading: Annotated[tuple[GroupRow, ...], Group(label="phân loại phong trào")] = ()
    """How many units were graded excellent, good, fair, weak in the movement."""


class Models(Section):
    """Models of people guarding security, named and counted."""

    models_active: Annotated[
        Countable | None, Metric(label="mô hình đang duy trì", unit="mô hình", polarity="more")
    ] = None
    models_effective: Annotated[
        Countable | None,
        Metric(label="mô hình hoạt động hiệu quả", unit="mô hình", polarity="more", part_of="models_active"),
    ] = None
    models_new: Annotated[Countable | None, Metric(label="mô hình xây dựng mới", unit="mô hình", polarity="more")] = (
        None
    )
    models_strengthened: Annotated[
        Countable | None, Metric(label="mô hình được củng cố", unit="mô hình", polarity="more")
    ] = None
    model_sites: Annotated[Countable | None, Metric(label="điểm mô hình", unit="điểm mô hình", polarity="more")] = None
    model_members: Annotated[
        Countable | None, Metric(label="thành viên tham gia mô hình", unit="thành viên", polarity="more")
    ] = None
    models_endorsed_by_ministry: Annotated[
        Countable | None,
        Metric(
            label="mô hình được Bộ Công an nhân rộng",
            unit="mô hình",
            reporter="province",
            rollup="province",
            polarity="more",
        ),
    ] = None
    security_cameras: Annotated[
        Countable | None, Metric(label="mắt camera an ninh", unit="mắt camera", polarity="more")
    ] = None
    named: tuple[Name, ...] = ()
    """Models worth naming, by their official names."""
    highlighted: Name | None = None
    """The one model spread over the whole place."""
    model_type: Name | None = None
    """The type the models are built on, by its official name."""


class CoreForce(Section):
    """Teams that keep security and order at the grass roots."""

    security_teams: Annotated[
        Countable | None, Metric(label="Tổ bảo vệ an ninh, trật tự", unit="Tổ bảo vệ an ninh, trật tự", polarity="more")
    ] = None
    covered_residential_units: Annotated[
        Countable | Ratio | None,
        Metric(label="thôn, tổ dân phố có Tổ bảo vệ an ninh, trật tự", unit="thôn, tổ dân phố", polarity="more"),
    ] = None
    security_team_members: Annotated[
        Countable | None, Metric(label="thành viên Tổ bảo vệ an ninh, trật tự", unit="thành viên", polarity="more")
    ] = None
    legacy_security_groups: Annotated[
        Countable | None, Metric(label="tổ an ninh nhân dân, đội dân phòng, tổ bảo vệ dân phố", unit="tổ, đội")
    ] = None
    mediation_teams: Annotated[Countable | None, Metric(label="tổ hòa giải", unit="tổ hòa giải")] = None
    disputes_mediated: Annotated[
        Countable | Ratio | None, Metric(label="vụ việc mâu thuẫn được hòa giải", unit="vụ việc", polarity="more")
    ] = None
