"""``tra-lai/``: for each unit with something to mend its form with what was read, and a letter that says what.

A cell nothing could be read from keeps its text as typed; whatever is asked about is tinted and has its question beside
it. The letter is plain text for an e-mail or a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from antq_reports.batch import Standing
from antq_reports.catalogue import MetricPath
from antq_reports.forms import write_workbook
from antq_reports.forms.fill import filled_cells
from antq_reports.forms.questions import Questions, questions_of
from antq_reports.forms.workbook_sheets import Asked
from antq_reports.papers.asked_back import Problem, said_of
from antq_reports.report import BaseReport, Withheld
from antq_reports.vietnamese import format_integer

RETURN_FOLDER = "tra-lai"


def asked_cells(standing: Standing) -> dict[str, Asked]:
    """The cells of a unit's form that it is asked about, by id."""
    if standing.sent is None or standing.report is None:
        return {}
    questions = questions_of(standing.sent.catalogue)
    filled = filled_cells(standing.sent, questions)
    asked: dict[str, Asked] = {}
    for each in standing.withheld:
        message = " → ".join(filter(None, (said_of(each), each.remedy)))
        typed = each.typed or [
            (name, str(filled[name].value), filled[name].label) for name in _ids_of(each, questions) if name in filled
        ]
        if not typed and (ids := _ids_of(each, questions)):
            typed = [(ids[0], each.value, "")]
        asked |= {name: Asked(text, message, label) for name, text, label in typed}
    return asked


def _ids_of(withheld: Withheld, questions: Questions) -> Sequence[str]:
    """The ids of the cells of a metric, or of one row of a group."""
    path = MetricPath.parse(withheld.path)
    question = questions.by_path.get(path.declared) if path is not None else None
    if path is None or question is None:
        return ()
    ids = question.slot_ids()
    return [each for each in ids if each.startswith(f"{path.declared}[{path.row}]")] if path.is_row else ids


def write_return_form(
    path: Path, standing: Standing, asked: Mapping[str, Asked], previous: BaseReport | None, written: datetime
) -> Path:
    """The form of a unit with what was read of it and what is asked, ready to be sent back. Raises `OutputError`."""
    sent = standing.sent
    return write_workbook(
        path,
        unit=standing.name,
        code=standing.unit.code,
        period=sent.period if sent is not None else None,
        boundaries_as_of=sent.place.boundaries_as_of if sent is not None else None,
        previous=previous,
        report=sent,
        asked=asked,
        returned_on=written,
    )


def letter(standing: Standing, problems: Sequence[Problem], period: str, form: str) -> str:
    """The letter to a unit: what is wrong, where, what to do; it names nobody."""
    lines = [f"Kính gửi: {standing.name[:1].upper()}{standing.name[1:]}", ""]
    if standing.state == "missing":
        return "\n".join([*lines, f"Đến nay chưa nhận được biểu số liệu {period}. Đề nghị đơn vị gửi sớm.", ""])
    files = ", ".join(dict.fromkeys(problem.file for problem in problems if problem.file))
    of_file = f" (tệp {files})" if files else ""
    count = format_integer(len(problems))
    lines.append(f"Biểu số liệu {period} của đơn vị{of_file} có {count} chỗ cần xem lại:")
    lines += [f"{number}. {problem}" for number, problem in enumerate(problems, start=1)]
    if form:
        how = f"Đề nghị sửa trong biểu kèm theo ({form}): ô cần sửa có nền đỏ nhạt và lời ghi chú, rồi gửi lại biểu ấy."
        lines += ["", how]
    else:
        lines += ["", "Đề nghị sửa rồi gửi lại biểu."]
    return "\n".join([*lines, ""])
