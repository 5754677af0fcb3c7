"""Political security, weapons handed in, tips from the people, and what the police made of them."""

from __future__ import annotations

from typing import Annotated

from antq_reports.catalogue.metric import Amount, Countable, Group, Measure, Metric, Ratio
from antq_reports.catalogue.section import GroupRow, Section
from antq_reports.figures import Change, Pair


class PoliticalSecurity(Section):
    """Internal political security, state secrets, cyberspace, people of standing."""

    delegations_protected: Annotated[
        Countable | None,
        Metric(
            label="đoàn lãnh đạo Đảng, Nhà nước được bảo vệ an toàn",
            unit="đoàn",
            reporter="province",
            rollup="province",
        ),
    ] = None
    state_secret_training_classes: Annotated[
        Countable | None, Metric(label="lớp tập huấn bảo vệ bí mật Nhà nước", unit="lớp", polarity="more")
    ] = None
    harmful_online_targets_disabled: Annotated[
        Countable | None,
        Metric(
            label="mục tiêu xấu độc trên không gian mạng bị vô hiệu hóa",
            unit="mục tiêu",
            reporter="province",
            rollup="province",
        ),
    ] = None
    agencies_inspected_cybersecurity: Annotated[
        Countable | None,
        Metric(
            label="cơ quan, đơn vị được kiểm tra an ninh mạng, bảo vệ bí mật Nhà nước",
            unit="cơ quan, đơn vị",
            reporter="province",
            rollup="province",
        ),
    ] = None
    agencies_guided_cybersecurity: Annotated[
        Countable | None,
        Metric(
            label="cơ quan, tổ chức được hướng dẫn khắc phục về an ninh mạng",
            unit="cơ quan, tổ chức",
            reporter="province",
            rollup="province",
        ),
    ] = None
    dignitaries_engaged: Annotated[
        Countable | None,
        Metric(label="lượt chức sắc, cốt cán, người có uy tín được vận động", unit="lượt", polarity="more"),
    ] = None


class Weapons(Section):
    """Guns, ammunition, explosives, fireworks and tools collected from the people."""

    firearms_surrendered: Annotated[
        Countable | None,
        Metric(label="khẩu súng các loại", unit="khẩu súng", zero="không tiếp nhận thêm khẩu súng nào"),
    ] = None
    ammunition_surrendered: Annotated[
        Countable | None, Metric(label="viên đạn các loại", unit="viên đạn", zero="không tiếp nhận thêm viên đạn nào")
    ] = None
    grenades_surrendered: Annotated[
        Countable | None,
        Metric(
            label="quả lựu đạn, bom, mìn", unit="quả lựu đạn, bom, mìn", zero="không tiếp nhận thêm lựu đạn, bom, mìn"
        ),
    ] = None
    explosives_kg: Annotated[Measure | None, Metric(label="thuốc nổ", unit="kg thuốc nổ")] = None
    detonators: Annotated[Countable | None, Metric(label="kíp nổ", unit="kíp nổ")] = None
    fuse_m: Annotated[Measure | None, Metric(label="dây cháy chậm", unit="mét dây cháy chậm")] = None
    fireworks_kg: Annotated[Measure | None, Metric(label="pháo các loại", unit="kg pháo")] = None
    fireworks_items: Annotated[Countable | None, Metric(label="pháo quả, hộp", unit="quả pháo")] = None
    firework_powder_kg: Annotated[Measure | None, Metric(label="thuốc pháo", unit="kg thuốc pháo")] = None
    support_tools: Annotated[Countable | None, Metric(label="công cụ hỗ trợ", unit="công cụ hỗ trợ")] = None
    primitive_weapons: Annotated[Countable | None, Metric(label="vũ khí thô sơ", unit="vũ khí thô sơ")] = None
    weapon_parts: Annotated[Countable | None, Metric(label="linh kiện súng, đạn", unit="linh kiện súng, đạn")] = None


class Tips(Section):
    """Information the people gave, and how reports of crime were dealt with."""

    public_tips: Annotated[
        Countable | None, Metric(label="tin do quần chúng cung cấp", unit="tin", polarity="more")
    ] = None
    valuable_tips: Annotated[
        Countable | Ratio | None,
        Metric(label="tin có giá trị do quần chúng cung cấp", unit="tin", polarity="more", part_of="public_tips"),
    ] = None
    crime_reports_resolved: Annotated[
        Ratio | None, Metric(label="tin báo, tố giác về tội phạm đã giải quyết", unit="tin báo", polarity="more")
    ] = None


class CrimeResults(Section):
    """Cases and persons dealt with. A change beside a count says how it moved against the same period."""

    public_order_cases: Annotated[
        Countable | None,
        Metric(
            label="vụ phạm tội về trật tự xã hội xảy ra",
            unit="vụ",
            polarity="less",
            zero="không xảy ra vụ phạm tội nào về trật tự xã hội",
        ),
    ] = None
    public_order_cases_change: Annotated[
        Change | None, Metric(label="biến động số vụ phạm tội về trật tự xã hội", rollup="none", polarity="less")
    ] = None
    public_order_cases_solved: Annotated[
        Ratio | Countable | None,
        Metric(label="vụ phạm tội về trật tự xã hội được điều tra, làm rõ", unit="vụ", polarity="more"),
    ] = None
    serious_cases_solved: Annotated[
        Ratio | Countable | None,
        Metric(label="vụ án rất nghiêm trọng, đặc biệt nghiêm trọng được khám phá", unit="vụ", polarity="more"),
    ] = None
    suspects_handled: Annotated[
        Countable | None, Metric(label="đối tượng bị bắt giữ, xử lý", unit="đối tượng", verb="nhiều hơn")
    ] = None
    fugitives_resolved: Annotated[
        Countable | None,
        Metric(label="đối tượng bị bắt, vận động đầu thú, thanh loại", unit="đối tượng", verb="nhiều hơn"),
    ] = None
    cases_solved_by_tips: Annotated[
        Countable | Ratio | None,
        Metric(label="vụ việc làm rõ nhờ nguồn tin của Nhân dân", unit="vụ việc", polarity="more"),
    ] = None
    prosecutions_by_field: Annotated[tuple[GroupRow, ...], Group(label="vụ án khởi tố theo lĩnh vực")] = ()
    administrative_penalties: Annotated[
        Countable | Pair | None,
        Metric(label="trường hợp bị xử phạt vi phạm hành chính", unit="trường hợp", verb="nhiều hơn"),
    ] = None
    fines: Annotated[Amount | None, Metric(label="tiền phạt vi phạm hành chính", unit="đồng")] = None
    property_damage: Annotated[Amount | None, Metric(label="tài sản bị thiệt hại", unit="đồng", polarity="less")] = None
    property_recovered: Annotated[
        Amount | None, Metric(label="tài sản thu hồi cho người bị hại", unit="đồng", polarity="more")
    ] = None
