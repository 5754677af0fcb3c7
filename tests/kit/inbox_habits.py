"""The habits of clerks, each as an edit of a filled form and what must come of it.

Written from a list of what communes do, not from how forms are read: what is "used" counts in the sum, what is "asked"
does not and is named with its file, what is "told" counts and is named.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from inbox_units import (
    AWARD,
    CASES,
    DEATHS,
    FINES,
    FIREWORKS,
    GIFTS,
    LABEL,
    LAST,
    MEDIANS,
    NEW_MODELS,
    NOTE,
    SOLVED,
    UNIT,
    VALUABLE,
    YEAR,
    Commune,
    Form,
    filled_form,
    filled_table,
)
from open_document import write_ods

from antq_reports.load import read_reports

TIPS, GUNS, ROUNDS, CAPS = "Tin do quần chúng cung cấp", "Khẩu súng các loại", "Viên đạn các loại", "Kíp nổ"
PEOPLE, SESSIONS = "Lượt người dự tuyên truyền, phát động", "Buổi tuyên truyền, phát động"


@dataclass(slots=True)
class Inbox:
    """An inbox being made: the folder, its communes, and what has to be said about them."""

    folder: Path
    sent: Path
    """Last year's table."""
    units: list[Commune]
    has_last: bool
    told: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    """Habits that must be told: their number, and words that stand together in one line."""
    hedged: set[str] = field(default_factory=set)
    """Metrics whose sum is no exact number."""
    new_award: int = 0

    def say(self, habit: int, *words: str) -> None:
        """A line with all these words is due."""
        self.told.append((habit, words))


Edit = Callable[[Inbox, Commune, Form], None]
BESIDE = {12: 33, 32: 35}
"""Two habits of one commune, where there are more habits than communes."""
SECOND = frozenset(BESIDE.values())
HABITS: dict[int, Edit] = {}


def habit(*numbers: int) -> Callable[[Edit], Edit]:
    """The habit of this number in the list."""

    def keep(edit: Edit) -> Edit:
        HABITS.update(dict.fromkeys(numbers, edit))
        return edit

    return keep


def make_inbox(folder: Path, units: list[Commune], shift: int, *, with_last: bool = True) -> Inbox:
    """An inbox in which every habit is some commune's; ``shift`` deals them out otherwise."""
    inbox = Inbox(folder / "nop-ve", folder / "nam-truoc.xlsx", units, with_last)
    table = [units.pop(), units.pop()]
    sent = {}
    if with_last:
        filled_table(inbox.sent, units, lambda unit: unit.last, YEAR - 1)
        sent = {report.place.code: report for report in read_reports(inbox.sent).reports}
    numbers = sorted(HABITS.keys() - SECOND)
    turned = numbers[shift:] + numbers[:shift]
    for unit, number in zip(units, turned, strict=True):
        form = filled_form(inbox.folder, unit, sent.get(unit.code))
        HABITS[number](inbox, unit, form)
        if number in BESIDE:
            HABITS[BESIDE[number]](inbox, unit, form)
    _province_form(inbox, table)
    units += table
    return inbox


def _ask(inbox: Inbox, number: int, unit: Commune, label: str, *words: str) -> None:
    """A metric of a unit is asked about, and out of the sum."""
    unit.settle(label)
    inbox.say(number, unit.file, *words)


def _typed(number: int, label: str, text: str, value: float) -> None:
    """A habit of typing that is read."""

    @habit(number)
    def edit(inbox: Inbox, unit: Commune, form: Form) -> None:
        form.put(label, text)
        unit.truth[label] = value
        form.save()


def _asked(number: int, label: str, value: object) -> None:
    """A habit of typing that is asked about."""

    @habit(number)
    def edit(inbox: Inbox, unit: Commune, form: Form) -> None:
        form.put(label, value)
        _ask(inbox, number, unit, label)
        form.save()


_typed(1, "Vụ tai nạn giao thông", "12 vụ", 12)
_typed(2, PEOPLE, "3.095 lượt", 3_095)
_asked(3, PEOPLE, "5.038 người")
_typed(4, FIREWORKS, "8,1 kg pháo hoa", 8.1)
_asked(5, FINES, 365_000)
_asked(6, FINES, 335)
_typed(28, "Vụ tai nạn giao thông", "16 vụ TNGT", 16)


@habit(7)
def _grams(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(FIREWORKS, "7500 g")
    unit.truth[FIREWORKS] = 7.5
    inbox.say(7, unit.file, "7,5")
    form.save()


@habit(8)
def _swapped(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(VALUABLE, unit.whole[VALUABLE] + 7)
    unit.settle(VALUABLE)
    inbox.say(8, f"Xã {unit.name}", VALUABLE)
    form.save()


@habit(9)
def _only_percent(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(VALUABLE, "86,1%")
    form.whole(VALUABLE, None)
    unit.settle(VALUABLE)
    inbox.say(9, unit.name, VALUABLE)
    form.save()


@habit(10)
def _bare_percent(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(SOLVED, 86)
    form.whole(SOLVED, None)
    _ask(inbox, 10, unit, SOLVED)
    form.save()


@habit(11)
def _not_yet(inbox: Inbox, unit: Commune, form: Form) -> None:
    for label, text in ((TIPS, "chưa thống kê"), ("Tổ hòa giải", "đang cập nhật"), ("Buổi họp dân", "?")):
        form.put(label, text)
        unit.settle(label)
    form.save()


@habit(12)
def _none(inbox: Inbox, unit: Commune, form: Form) -> None:
    for label, text in ((GUNS, "ko"), (ROUNDS, "ko có"), (CAPS, "không phát sinh")):
        form.put(label, text)
        unit.truth[label] = 0
    form.save()


@habit(13)
def _in_notes(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(SESSIONS, None)
    form.put(SESSIONS, f"{unit.now[SESSIONS]} buổi", NOTE)
    _ask(inbox, 13, unit, SESSIONS, NOTE)
    form.save()


@habit(14)
def _in_last(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(SESSIONS, None)
    form.put(SESSIONS, unit.now[SESSIONS] + 111, LAST)
    form.put("Buổi họp dân", None)  # its printed last year stays: a blank
    unit.settle("Buổi họp dân")
    _ask(inbox, 14, unit, SESSIONS, LAST)
    form.save()


@habit(15)
def _in_thousands(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(PEOPLE, "nghìn lượt người", UNIT)
    form.put(PEOPLE, 3)
    _ask(inbox, 15, unit, PEOPLE, "nghìn lượt người")
    form.save()


@habit(16)
def _another_question(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.cell("Băng rôn, khẩu hiệu", LABEL).value = "Số xe mô tô tạm giữ"
    _ask(inbox, 16, unit, "Băng rôn, khẩu hiệu", "Số xe mô tô tạm giữ")
    form.save()


@habit(17)
def _half_year(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.cover("Kỳ báo cáo").value = f"6 tháng đầu năm {YEAR}"
    form.cover("Từ ngày").value = f"01/01/{YEAR}"
    form.cover("Đến ngày").value = f"31/12/{YEAR}"
    unit.counts = False
    inbox.say(17, unit.file, "6 tháng đầu năm")
    form.save()


@habit(18)
def _last_year(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.cover("Kỳ báo cáo").value = f"năm {YEAR - 1}"
    unit.counts = False
    inbox.say(18, unit.file, str(YEAR - 1))
    form.save()


@habit(19)
def _two_versions(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.save()
    form.put(TIPS, unit.now[TIPS] + 5)
    form.save(inbox.folder / f"{unit.code} sua lan 2.xlsx")
    unit.counts = False
    inbox.say(19, unit.file, "sua lan 2")
    inbox.say(19, TIPS, str(unit.now[TIPS]), str(unit.now[TIPS] + 5))


@habit(20)
def _two_copies(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.save()
    form.save(inbox.folder / f"{unit.code} (1).xlsx")
    inbox.say(20, unit.file, "(1)")


@habit(21)
def _sub_folder(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.path.unlink()
    form.save(inbox.folder / "Huyện cũ" / unit.file)


@habit(22)
def _neighbours_code(inbox: Inbox, unit: Commune, form: Form) -> None:
    neighbour = next(other for other in inbox.units if other.file == f"{other.code}.xlsx" and other is not unit)
    form.cover("Mã đơn vị hành chính").value = neighbour.code
    unit.counts = False
    inbox.say(22, unit.file, neighbour.code)
    form.save()


@habit(23)
def _office_and_capitals(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.cover("Tên đơn vị").value = f"UBND XÃ {unit.name.upper()}"
    form.save()


@habit(24)
def _zipped(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.save()
    with zipfile.ZipFile(inbox.folder / f"{unit.code} xa {unit.name}.zip", "w") as pack:
        pack.write(form.path, unit.file)
    form.path.unlink()
    unit.counts = False
    inbox.say(24, f"{unit.code} xa {unit.name}.zip", "giải nén")


@habit(25)
def _open_document(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.path.unlink()
    write_ods(form, inbox.folder / f"{unit.code}.ods")


@habit(26)
def _word(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.path.unlink()
    (inbox.folder / f"{unit.code} bao cao.docx").write_bytes(b"PK\x03\x04 word")
    unit.counts = False
    inbox.say(26, f"{unit.code} bao cao.docx", "Word")


@habit(27)
def _deleted(inbox: Inbox, unit: Commune, form: Form) -> None:
    cell = form.cell("Tổ hòa giải")
    cell.parent.delete_rows(cell.row)
    sheet = form.cell("Buổi họp dân").parent
    gone = [label for label in unit.now if form.cell(label).parent is sheet]
    form.book.remove(sheet)
    unit.settle("Tổ hòa giải", *gone)
    inbox.say(27, unit.file, "Tuyên truyền")
    inbox.say(27, unit.file, "tổ hòa giải")
    form.save()


@habit(29)
def _hundreds(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put(ROUNDS, "hàng trăm viên đạn")
    unit.settle(ROUNDS)
    inbox.hedged.add(ROUNDS)
    inbox.say(29, ROUNDS, "hàng trăm")
    form.save()


@habit(30)
def _tenfold(inbox: Inbox, unit: Commune, form: Form) -> None:
    label = "Tờ rơi về an toàn giao thông"
    form.put(label, 10 * unit.now[label] if inbox.has_last else 40 * MEDIANS[label])
    unit.settle(label)
    inbox.say(30, f"Xã {unit.name}", label)
    form.save()


@habit(31)
def _other_labels(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.award(0, "Giấy khen Chủ tịch UBND xã", unit.award)  # nearly the others' label
    form.award(1, "Bằng khen của Bộ Công an", 2)
    unit.award, inbox.new_award = 0, 2
    inbox.say(31, "Giấy khen Chủ tịch UBND xã", AWARD)
    form.save()


@habit(32)
def _about(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.whole(VALUABLE, f"khoảng {unit.whole[VALUABLE]}")
    form.save()


@habit(33)
def _english_thousands(inbox: Inbox, unit: Commune, form: Form) -> None:
    label = "Tờ rơi, tài liệu tuyên truyền"
    form.put(label, max(1, round(unit.now[label] / 1_000)))
    unit.settle(label)
    inbox.say(33, f"Xã {unit.name}", label)
    form.save()


@habit(35)
def _impossible(inbox: Inbox, unit: Commune, form: Form) -> None:
    form.put("Vụ tai nạn giao thông", 0)
    form.put(DEATHS, 4)
    form.put(CASES, 20)
    form.put(SOLVED, 50)
    form.whole(SOLVED, 50)
    form.put("Suất quà", 0)
    form.put(NEW_MODELS, unit.now["Mô hình đang duy trì"] + 3)
    for label in (DEATHS, CASES, GIFTS, NEW_MODELS):
        inbox.say(35, f"Xã {unit.name}", label)
    unit.settle("Vụ tai nạn giao thông", DEATHS, CASES, SOLVED, "Suất quà", GIFTS)
    unit.settle(NEW_MODELS, "Mô hình đang duy trì")
    form.save()


def _province_form(inbox: Inbox, units: list[Commune]) -> None:
    """Habit 34: units in one table, with a line of totals under them."""
    path = inbox.folder / "hai xa.xlsx"
    book = filled_table(path, units, lambda unit: unit.now, YEAR)
    sheet = book.worksheets[1]
    names = next(cell.column for cell in sheet[3] if cell.value == "Tên đơn vị")
    last = sheet.max_row
    for column in range(names + 2, sheet.max_column + 1):
        values = [sheet.cell(row, column).value for row in range(last - 1, last + 1)]
        if any(value is not None for value in values):
            sheet.cell(last + 1, column).value = sum(value or 0 for value in values)
    sheet.cell(last + 1, names).value = "Tổng cộng"
    book.save(path)
    for unit in units:
        unit.file, unit.award = path.name, 0
    inbox.say(34, path.name, "Tổng cộng")


def write_list(inbox: Inbox, path: Path) -> Path:
    """The list of units."""
    lines = ["mã;tên;cấp", *(f"{unit.code};{unit.name};xã" for unit in inbox.units)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
