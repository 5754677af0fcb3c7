"""Every metric and group of the catalogue with a value, read off the declarations: for tests of whole reports."""

from __future__ import annotations

from typing import Any

from antq_reports.catalogue import Catalogue, Group, Metric, bundled_catalogue


def sample_text(kinds: tuple[type, ...], unit: object, seed: int) -> str:
    """A figure of the first kind a metric takes, in the metric's unit."""
    first = unit if isinstance(unit, str) else unit[0] if isinstance(unit, tuple) else ""
    number = f"{1000 + seed * 7:,}".replace(",", ".")
    samples: dict[str, str] = {
        "Count": f"{number} {first}",
        "PartOfWhole": f"{100 + seed}/{200 + seed} {first} (đạt 86,1%)",
        "Pair": f"{number} {first} với {number} người",
        "Money": "2,5 tỷ đồng",
        "Quantity": f"13,85 {first}",
        "Change": "giảm 4,6% so với cùng kỳ",
        "Percent": "86,1%",
    }
    return samples[kinds[0].__name__]


GROUP_SAMPLES: dict[str, Any] = {
    "transport_pledges_by_group": ["86 doanh nghiệp", {"label": "hộ vận tải", "figure": "20 đơn vị"}, "6 chủ bến bãi"],
    "prosecutions_by_field": [
        {"label": "ma túy", "figure": "88 vụ, 151 bị can"},
        {"label": "kinh tế", "figure": "12 vụ"},
    ],
    "movement_grading": [{"label": "xuất sắc", "figure": "30 đơn vị"}, {"label": "khá", "figure": "70 đơn vị"}],
    "other_items": [{"label": "nỏ", "figure": "3 chiếc"}, {"label": "tiền chất thuốc nổ", "figure": "5 kg"}],
    "destroyed_items": [{"label": "các loại", "figure": "41 khẩu súng"}],
    "results_by_field": [
        {
            "field": "kinh tế",
            "cases": 12,
            "suspects": 15,
            "prosecuted": 5,
            "accused": 7,
            "handled": 6,
            "fine": "45 triệu đồng",
            "pending": 1,
            "moved": "tăng 2 vụ so với cùng kỳ",
        },
        {"field": "môi trường", "handled": 9, "fine": "120 triệu đồng"},
    ],
    "groups_by_type": [{"type": "câu lạc bộ “Phòng, chống tội phạm”", "number": 12, "members": 360}],
    "support_by_kind": [{"kind": "bò giống", "given": "20 con", "value": "300 triệu đồng"}],
    "awards": [
        {"form": "Bằng khen", "level": "Bộ Công an", "collectives": 3, "individuals": 5},
        {"form": "Giấy khen", "individuals": 41},
    ],
}


def full_sections(catalogue: Catalogue | None = None) -> dict[str, dict[str, Any]]:
    """Every metric and group of a catalogue with a value; groups that are not the bundled one's get two rows."""
    filled: dict[str, dict[str, Any]] = {}
    for section in (catalogue or bundled_catalogue()).sections.values():
        filled[section.name] = {
            name: GROUP_SAMPLES.get(name, ["86 doanh nghiệp", "6 chủ xe"]) for name in section.groups
        }
        for seed, (name, metric) in enumerate(section.metrics.items()):
            is_part = metric.part_of is not None or name in SMALLER
            filled[section.name][name] = sample_text(metric.takes, metric.unit, seed - 50 if is_part else seed)
    return filled


SMALLER = frozenset(("models_new", "models_strengthened"))
"""Metrics that a rule wants below others, beside the parts of others."""


def slots(catalogue: Catalogue | None = None) -> list[tuple[str, str, Metric | Group]]:
    """Section, key and declaration of every metric and group."""
    return [(entry.section, entry.name, entry.declaration) for entry in (catalogue or bundled_catalogue()).entries]
