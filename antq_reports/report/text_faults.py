"""What is wrong with the figures in a report's texts: names nobody has, figures that do not parse, lone braces.

A figure that a text names must have been reported, or the text could not be printed; captions alone have a stand-in.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import islice

from antq_reports.catalogue import Metric, MetricPath
from antq_reports.errors import Fault, Refusal
from antq_reports.figures import AnyFigure
from antq_reports.report.base_report import BaseReport
from antq_reports.report.braces import Named, Piece, Typed, Unread, Words, names_in, pieces_of
from antq_reports.report.own_texts import OwnText, own_texts
from antq_reports.report.reported_figures import reported_figures

MAX_FAULTS = 100
"""More than anybody reads, and each looks for a name that is near."""
_LONE_BRACE = Refusal("dấu { } không đi thành cặp", "viết {tên_chỉ_tiêu} hoặc {số liệu}, hoặc bỏ dấu")
_ZERO = "viết câu ấy bằng chữ, không có số này"


def text_faults(report: BaseReport, file: str, *, allow_unreported: bool = False) -> Iterator[Fault]:
    """Every fault of every text. With ``allow_unreported`` a text may name figures that are still to come."""
    reader = _Texts(report, allow_unreported=allow_unreported)
    found = (Fault(file, own.path, refusal) for own in own_texts(report) for refusal in reader.refusals(own))
    yield from islice(found, MAX_FAULTS)


def unreported_names(report: BaseReport) -> Iterator[tuple[OwnText, tuple[str, ...]]]:
    """The texts that are not printed, or not as written, because a figure they name is not there; with those names."""
    reported = {each.path: each.figure for each in reported_figures(report)}
    for own in own_texts(report):
        missing = tuple(name for name in names_in(own.text) if name not in reported or reported[name].is_zero)
        if missing:
            yield own, missing


class _Texts:
    """A report's texts being looked at, with the names they may use."""

    def __init__(self, report: BaseReport, *, allow_unreported: bool) -> None:
        self.known = nameable(report)
        self.reported: dict[str, AnyFigure] = {each.path: each.figure for each in reported_figures(report)}
        self.allow_unreported = allow_unreported
        self.ids = {f"extra[{place}].sentence": f"extra.{extra.id}" for place, extra in enumerate(report.extra)}

    def refusals(self, own: OwnText) -> Iterator[Refusal]:
        pieces = pieces_of(own.text)
        for piece in dict.fromkeys(pieces):
            found = self._refusal(piece, own)
            if found is not None:
                yield found
        extra = self.ids.get(own.path)
        if extra is not None and Named(extra) not in pieces:
            yield Refusal("câu riêng của số liệu không có số liệu ấy", f"đặt {{{extra}}} vào câu")

    def _refusal(self, piece: Piece, own: OwnText) -> Refusal | None:
        if isinstance(piece, Words):
            return _LONE_BRACE if piece.has_brace else None
        if isinstance(piece, Typed):
            return Refusal("số 0 không in thành số trong câu", _ZERO) if piece.figure.is_zero else None
        if isinstance(piece, Unread) and piece.refusal is not None:
            return piece.refusal
        return self._of_name(piece.path if isinstance(piece, Named) else piece.text, own)

    def _of_name(self, name: str, own: OwnText) -> Refusal | None:
        if name not in self.known and not _may_be_unreported(name, self.known):
            otherwise = "xem tên chỉ tiêu bằng antq-reports keys, hoặc bỏ dấu { }"
            return Refusal.of_unknown(f"không có chỉ tiêu “{name[:80]}”", name, self.known, otherwise)
        if own.has_stand_in or self.allow_unreported:
            return None
        figure = self.reported.get(name)
        if figure is None:
            return Refusal(f"chỉ tiêu “{name}” chưa có số liệu", "ghi số liệu ấy vào báo cáo, hoặc viết lại câu này")
        return Refusal(f"chỉ tiêu “{name}” bằng không", _ZERO) if figure.is_zero else None


def _may_be_unreported(name: str, known: list[str]) -> bool:
    """Whether a name is that of an extra figure this report simply does not have: not reported, like any metric.

    A near miss of one it has is a slip of the pen, and a fault.
    """
    path = MetricPath.parse(name)
    is_shaped = path is not None and path.is_extra and path == path.figure and not path.is_row
    return is_shaped and not difflib.get_close_matches(name, known, n=1, cutoff=0.8)


def nameable(report: BaseReport) -> list[str]:
    """The paths a text may name: declared metrics, rows the report has, its extra figures."""
    names = [f"extra.{extra.id}" for extra in report.extra]
    for entry in report.catalogue.entries:
        if isinstance(entry.declaration, Metric):
            names.append(entry.path)
            continue
        columns = [""] if entry.declaration.is_plain else list(entry.declaration.columns)
        rows = range(len(report.rows(entry.section, entry.name)))
        names += [str(MetricPath(entry.section, entry.name, row, column)) for row in rows for column in columns]
    return names
