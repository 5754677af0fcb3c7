"""Communes for the tests of the batch: small reports of some eight figures, the same for the same number."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from antq_reports import RenderedReport, Report, render_report

STYLE = "bao-lam-dong"
PAGE = Path(__file__).resolve().parent.parent.parent / "templates" / "styles" / STYLE
NAMES = (
    "Tân Hà",
    "Tân Hạ",
    "Đạ Tẻh",
    "Cát Tiên",
    "Bảo Lâm",
    "Đơn Dương",
    "Lạc Dương",
    "Di Linh",
    "Đức Trọng",
    "Hòa Ninh",
)
YEAR = 2026


def commune(number: int, *, year: int = YEAR, **more: object) -> Report:
    """A commune's report."""
    name = NAMES[number % len(NAMES)] + (f" {number // len(NAMES) + 1}" if number >= len(NAMES) else "")
    data = {
        "place": {"name": name, "level": "xã", "code": f"{24_800 + number}"},
        "period": {"label": f"năm {year}", "start": date(year, 1, 1), "end": date(year, 12, 31)},
        "communication": {"outreach_sessions": 10 + number, "outreach_attendance": 1_000 + 37 * number},
        "weapons": {"firearms_surrendered": 3 + number % 7, "ammunition_surrendered": 20 + number},
        "tips": {"valuable_tips": 5 + number},
        "models": {"models_active": 4, "security_cameras": 30 + number},
        "core_force": {"security_teams": 6, "security_team_members": 18 + number % 5},
    }
    return Report.model_validate({**data, **more})


def communes(count: int) -> list[Report]:
    """The first communes."""
    return [commune(number) for number in range(count)]


@cache
def brief_of(number: int) -> RenderedReport:
    """The brief of a commune as `render_report` makes it, for comparison; made once."""
    return render_report(commune(number))


def pdfs(count: int) -> list[bytes]:
    """The PDFs of the first communes' briefs."""
    return [brief_of(number).pdf for number in range(count)]


def own_style(folder: Path, addition: str) -> Path:
    """A folder of the user's templates with the style ``thu``: the default one with something before its end."""
    style = folder / "styles" / "thu"
    style.mkdir(parents=True)
    for name in ("style.toml", "style.css", "page.html.j2"):
        text = (PAGE / name).read_text(encoding="utf-8")
        (style / name).write_text(text.replace("</body>", f"{addition}</body>"), encoding="utf-8")
    return folder


def endless(body: str) -> str:
    """A loop that no machine ends, with something in it; only a report with a kicker falls into it."""
    depth = 9
    loops = "".join(f"{{% for a{level} in article.table %}}" for level in range(depth))
    return "{% if kicker %}" + loops + body + "{% endfor %}" * depth + "{% endif %}"
