"""How much the briefs of many units differ: sentences with figures and names masked, counted over all of them.

    python scripts/text_variety.py TỆP... [--previous]

Each file is a commune's form; its last-period column is compared with. Prints the headlines and leads, how many masked
sentences there are and how many of them differ, and those that stand in every brief.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from antq_reports import RenderedReport, render_report
from antq_reports.load import read_reports
from antq_reports.vietnamese import capitalize_first

_TITLE = re.compile(r"<title>([^<]*)</title>")
_FIGURE = re.compile(r"\d[\d.,/]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…]) (?=[^\W\d_])")


def masked(text: str, brief: RenderedReport) -> str:
    """A text without its figures, its place and the names in quotation marks."""
    place = brief.report.place
    for name in (place.full_name, capitalize_first(place.full_name), place.name):
        text = text.replace(name, "@")
    return " ".join(_FIGURE.sub("#", re.sub(r"“[^”]*”", "“@”", text)).split())


def prose_of(brief: RenderedReport) -> list[str]:
    """The paragraphs of running text: those that end a sentence."""
    lines = brief.text.replace("\u00a0", " ").split("\n")
    return [line for line in lines if line.rstrip().endswith(".") and len(line.split()) > 3]


def sentences_of(brief: RenderedReport) -> list[str]:
    """The masked sentences of a brief."""
    return [masked(each, brief) for line in prose_of(brief) for each in _SENTENCE_END.split(line)]


def told(briefs: Iterable[RenderedReport]) -> None:
    """Print the counts."""
    made = list(briefs)
    counted = [sentences_of(brief) for brief in made]
    every = Counter(sentence for sentences in counted for sentence in set(sentences))
    total, heads = sum(map(len, counted)), [masked(_TITLE.findall(brief.html)[0], brief) for brief in made]
    leads = [masked(prose_of(brief)[0], brief) for brief in made]
    syllables = [sum(len(line.split()) for line in prose_of(brief)) for brief in made]
    print(f"headlines: {len(set(heads))} of {len(heads)}; leads: {len(set(leads))} of {len(leads)}")
    print(f"sentences: {total}, different: {len(every)} ({len(every) / total:.0%})")
    print(f"syllables of prose: {min(syllables)} to {max(syllables)}")
    for sentence, count in every.most_common():
        if count == len(made):
            print(f"in all: {sentence}")


def main() -> None:
    """Read the forms, make the briefs, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--previous", action="store_true", help="compare with the last-period column")
    options = parser.parse_args()
    reads = [read_reports(file) for file in options.files]
    told(
        render_report(read.reports[0], previous=read.previous[0] if options.previous and read.previous else None)
        for read in reads
        if read.reports
    )


if __name__ == "__main__":
    main()
