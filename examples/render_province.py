"""The library call: two provinces' figures become briefs, and the ledger says where every number came from.

python examples/render_province.py [OUTPUT_FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from antq_reports import load_report, render_report

HERE = Path(__file__).resolve().parent
BRIEFS = {"lam-dong-2024.toml": "bao-lam-dong", "quang-nam-2024.toml": "bao-quang-nam"}


def main(folder: Path) -> None:
    """Render both examples and print the first figures of each ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, style in BRIEFS.items():
        report = load_report(HERE / name)
        brief = render_report(report, style=style)
        print(brief.save(folder / Path(name).with_suffix(".pdf").name))
        for entry in [entry for entry in brief.figures if entry.kind == "figure"][:4]:
            print(f"  {entry.text:32} {entry.metric:44} {entry.source}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out"))
