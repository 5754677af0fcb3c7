"""Communication, written pledges, traffic safety."""

from __future__ import annotations

from typing import Annotated

from antq_reports.catalogue.metric import Countable, Group, Metric
from antq_reports.catalogue.section import GroupRow, Section
from antq_reports.catalogue.text_fields import Name
from antq_reports.figures import Change, Pair


class Communication(Section):
    """Sessions, attendance, press items, printed matter, forums."""

    outreach_sessions: Annotated[
        Countable | None, Metric(label="buổi tuyên truyền, phát động", unit="buổi", polarity="more")
    ] = None
    outreach_attendance: Annotated[
        Countable | None, Metric(label="lượt người dự tuyên truyền, phát động", unit="lượt người", polarity="more")
    ] = None
    member_organisation_sessions: Annotated[
        Countable | None,
        Metric(label="buổi tuyên truyền của các tổ chức thành viên Mặt trận", unit="buổi", polarity="more"),
    ] = None
    media_items: Annotated[
        Countable | None,
        Metric(label="tin, bài trên phương tiện thông tin đại chúng", unit="tin, bài", polarity="more"),
    ] = None
    leaflets_distributed: Annotated[Countable | None, Metric(label="tờ rơi, tài liệu tuyên truyền", unit="tờ rơi")] = (
        None
    )
    handbooks_distributed: Annotated[Countable | None, Metric(label="cẩm nang tuyên truyền", unit="cẩm nang")] = None
    banners_displayed: Annotated[Countable | None, Metric(label="băng rôn, khẩu hiệu", unit="băng rôn, khẩu hiệu")] = (
        None
    )
    police_listening_forums: Annotated[
        Countable | None, Metric(label="diễn đàn “Công an lắng nghe ý kiến Nhân dân”", unit="diễn đàn", polarity="more")
    ] = None
    listening_forum_attendance: Annotated[
        Countable | None,
        Metric(label="lượt người dự diễn đàn “Công an lắng nghe ý kiến Nhân dân”", unit="lượt người", polarity="more"),
    ] = None
    listening_forum_opinions: Annotated[
        Countable | None, Metric(label="ý kiến tại diễn đàn “Công an lắng nghe ý kiến Nhân dân”", unit="ý kiến")
    ] = None
    community_meetings: Annotated[
        Countable | None, Metric(label="buổi họp dân", unit="buổi họp dân", polarity="more")
    ] = None
    campaigns: tuple[Name, ...] = ()
    """Campaigns and emulation movements, by name."""


class Commitments(Section):
    """Pledges signed, by kind of signer."""

    weapons_pledges: Annotated[
        Countable | None,
        Metric(label="cam kết về vũ khí, vật liệu nổ, công cụ hỗ trợ và pháo", unit="người", polarity="more"),
    ] = None
    restaurant_pledges: Annotated[
        Countable | None,
        Metric(
            label="nhà hàng cam kết nhắc khách không lái xe sau khi uống rượu, bia", unit="nhà hàng", polarity="more"
        ),
    ] = None
    transport_pledges_by_group: Annotated[
        tuple[GroupRow, ...], Group(label="cam kết bảo đảm trật tự, an toàn giao thông", polarity="more")
    ] = ()


class TrafficSafety(Section):
    """Teaching road safety, and accidents."""

    school_traffic_sessions: Annotated[
        Pair | Countable | None,
        Metric(
            label="buổi tuyên truyền an toàn giao thông trong trường học",
            unit=("buổi", "lượt học sinh, giáo viên"),
            polarity="more",
        ),
    ] = None
    driver_traffic_sessions: Annotated[
        Pair | Countable | None,
        Metric(
            label="buổi tuyên truyền an toàn giao thông cho người dân, lái xe",
            unit=("buổi", "lượt người dân, lái xe"),
            polarity="more",
        ),
    ] = None
    traffic_leaflets: Annotated[Countable | None, Metric(label="tờ rơi về an toàn giao thông", unit="tờ rơi")] = None
    traffic_handbooks: Annotated[
        Countable | None, Metric(label="cẩm nang về an toàn giao thông đường bộ", unit="cẩm nang")
    ] = None
    traffic_accidents: Annotated[
        Countable | None,
        Metric(label="vụ tai nạn giao thông", unit="vụ", polarity="less", zero="không xảy ra tai nạn giao thông"),
    ] = None
    traffic_accidents_change: Annotated[
        Change | None, Metric(label="biến động số vụ tai nạn giao thông", rollup="none", polarity="less")
    ] = None
    traffic_deaths: Annotated[
        Countable | None,
        Metric(
            label="người chết vì tai nạn giao thông",
            unit="người",
            polarity="less",
            zero="không có người chết vì tai nạn giao thông",
        ),
    ] = None
    traffic_deaths_change: Annotated[
        Change | None, Metric(label="biến động số người chết vì tai nạn giao thông", rollup="none", polarity="less")
    ] = None
    traffic_injuries: Annotated[
        Countable | None,
        Metric(
            label="người bị thương vì tai nạn giao thông",
            unit="người",
            polarity="less",
            zero="không có người bị thương vì tai nạn giao thông",
        ),
    ] = None
    traffic_injuries_change: Annotated[
        Change | None,
        Metric(label="biến động số người bị thương vì tai nạn giao thông", rollup="none", polarity="less"),
    ] = None
