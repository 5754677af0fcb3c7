"""What a warm brief costs, as ratios within one run: ours against WeasyPrint's own calls, and against naive use.

Naive use is ``HTML(string=...).write_pdf()`` on the same page with stylesheet, fonts and pictures as files that the
page links to, as a tutorial would have it: nothing shared from one brief to the next.

    python benchmarks/brief.py [ROUNDS]
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from antq_reports import RenderedReport, Report, load_report, render_report
from antq_reports.pdf import engine_statistics

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BRIEFS = {"lam-dong-2024": "bao-lam-dong", "quang-nam-2024": "bao-quang-nam"}
LIMIT = 1.10


def render(report: Report, style: str) -> float:
    """Seconds for one brief, from report to PDF bytes."""
    start = time.perf_counter()
    assert render_report(report, style=style).pdf.startswith(b"%PDF")
    return time.perf_counter() - start


def warm_ratio(report: Report, style: str, rounds: int) -> tuple[float, float]:
    """Median seconds of a warm brief, and our whole time over WeasyPrint's own."""
    render(report, style)
    totals, ratios = [], []
    for _ in range(rounds):
        before = engine_statistics().seconds_in_weasyprint
        total = render(report, style)
        totals.append(total)
        ratios.append(total / (engine_statistics().seconds_in_weasyprint - before))
    return statistics.median(totals), statistics.median(ratios)


def lay_out_files(brief: RenderedReport, folder: Path) -> str:
    """The page as a beginner keeps it: stylesheet, fonts and pictures in a folder, linked."""
    fonts = {key: font.data for key, font in brief._style.resources.items()}
    pictures = {key: picture.data for key, picture in brief._page.images.items()}
    for key, data in {**fonts, **pictures}.items():
        (folder / key.rsplit("/", 1)[-1]).write_bytes(data)
    (folder / "style.css").write_text(re.sub(r"antq:\w+/", "", brief._style.css), encoding="utf-8")
    page = re.sub(r"antq:\w+/", "", brief._page.html)
    return page.replace("</head>", '<link rel="stylesheet" href="style.css"></head>')


def naive_seconds(report: Report, style: str, rounds: int) -> float:
    """Median seconds of the same page written naively; our part up to the page is not counted."""
    from weasyprint import HTML

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = lay_out_files(render_report(report, style=style), folder)
        seconds = []
        for _ in range(rounds):
            start = time.perf_counter()
            HTML(string=page, base_url=f"{folder}/").write_pdf(pdf_variant="pdf/a-3a")
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> int:
    """Print the table; exit 1 when a ratio is over its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    worst = 0.0
    print(f"{'brief':16} {'warm':>9} {'ours / WeasyPrint':>18} {'naive / ours':>13}")
    for name, style in BRIEFS.items():
        report = load_report(EXAMPLES / f"{name}.toml")
        seconds, ratio = warm_ratio(report, style, rounds)
        naive = naive_seconds(report, style, max(3, rounds // 3))
        worst = max(worst, ratio)
        print(f"{name:16} {seconds * 1000:6.0f} ms {ratio:18.3f} {naive / seconds:13.2f}")
    statistics_now = engine_statistics()
    print(
        f"{statistics_now.renders} renders: {statistics_now.font_configurations} font configurations and "
        f"{statistics_now.stylesheets} stylesheets for {len(BRIEFS)} styles; limit of ours / WeasyPrint: {LIMIT:.2f}"
    )
    return 1 if worst > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
