"""Every error this package raises, under one base class.

An error is made from facts and builds its sentence in ``__str__``: the fact, the place, the remedy.
Arguments are positional so that every error survives a process pool (pickle calls ``cls(*args)``).
Sentences are Vietnamese: the person who reads them fills in spreadsheets or edits wording.
This module is a leaf: it imports nothing from the package.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol


class AntqReportsError(Exception):
    """The base of every error raised by this package."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is refused and what to do instead, apart: who tells it chooses what stands between.

    >>> str(Refusal("thiếu dấu chấm", 'hãy viết "1.584"', "1.584"))
    'thiếu dấu chấm; hãy viết "1.584"'
    """

    reason: str
    """The fact, in Vietnamese, without a full stop."""
    remedy: str = ""
    """What to write or do, in Vietnamese; empty where nobody can say."""
    suggestion: str | None = None
    """What may have been meant, bare and whole: the spelling to write, the name that is nearest. The remedy says it."""

    @classmethod
    def respelled(cls, reason: str, spelling: str, lead: str = "hãy viết") -> Refusal:
        """A refusal of a text for which there is another spelling."""
        return cls(reason, f'{lead} "{spelling}"', spelling)

    @classmethod
    def of_unknown(cls, reason: str, name: str, known: Iterable[str], otherwise: str) -> Refusal:
        """A refusal of a name nobody knows: the nearest there is is advised, else what `otherwise` says.

        >>> Refusal.of_unknown("không có mục “road”", "road", ("roads", "fires"), "xem danh mục").remedy
        'có phải “roads”?'
        """
        near = next(iter(difflib.get_close_matches(name[:80], known, n=1)), None)
        return cls(reason, f"có phải “{near}”?" if near else otherwise, near)

    def spelled(self, spelling: str) -> Refusal:
        """The same with another spelling advised.

        >>> Refusal.respelled("thiếu dấu chấm", "1.584").spelled("1.584 vụ").remedy
        'hãy viết "1.584 vụ"'
        """
        return replace(self, remedy=self.remedy.replace(f'"{self.suggestion}"', f'"{spelling}"'), suggestion=spelling)

    def __str__(self) -> str:
        return "; ".join(part for part in (self.reason, self.remedy) if part)

    @property
    def told(self) -> str:
        """Reason and remedy as a line of a list of faults has them: with an arrow between."""
        return " → ".join(part for part in (self.reason, self.remedy) if part)


class Located(Protocol):
    """What knows where it stands in its file: an origin, which a module below all others may not name."""

    @property
    def within(self) -> str:
        """The place inside the file, as a person finds it: "trang “Vũ khí”, ô E11"."""
        ...


class RefusalError(AntqReportsError):
    """Something is refused: why, and what to do instead."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal

    @property
    def reason(self) -> str:
        """Why it is refused."""
        return self.refusal.reason

    @property
    def remedy(self) -> str:
        """What to do instead."""
        return self.refusal.remedy

    def __str__(self) -> str:
        return str(self.refusal)


class FigureSyntaxError(RefusalError, ValueError):
    """A text is not a figure in Vietnamese notation."""

    def __init__(self, text: str, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.args = (text, refusal)
        self.text = text

    def __str__(self) -> str:
        return f"“{self.text}”: {self.refusal}"


class TextError(RefusalError, ValueError):
    """A free text holds something that must not reach a page."""


class WordingError(RefusalError, ValueError):
    """A wording template says something no sentence can be made of. The render tells in which template and line."""


class AssetsNotFoundError(AntqReportsError):
    """Neither the installed package nor a checkout holds the templates and fonts."""

    def __init__(self, looked_in: tuple[str, ...]) -> None:
        super().__init__(looked_in)
        self.looked_in = looked_in

    def __str__(self) -> str:
        places = ", ".join(self.looked_in)
        return f"không tìm thấy thư mục templates/ và fonts/ (đã tìm ở: {places}); hãy cài lại antq-reports"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one input: where it stands, what is wrong, what to do."""

    file: str
    """The file as it was given."""
    path: str
    """The table path in a text file, or the part of an input that has no cells; empty for the input as a whole."""
    refusal: Refusal
    line: int | None = None
    origin: Located | None = None
    """The cell or record it was read from; then `path` is empty."""

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.refusal.reason

    @property
    def remedy(self) -> str:
        """What to do; empty where nobody can say."""
        return self.refusal.remedy

    @property
    def where(self) -> str:
        """The place inside the file: the cell, else the table path."""
        return self.origin.within if self.origin is not None else self.path

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, dòng {self.line}"
        return ": ".join(part for part in (place, self.where, self.refusal.told) if part)


@dataclass(frozen=True, slots=True)
class UnknownValue(Fault):
    """A value that no metric takes: dropped, it would be a figure that was reported and is nowhere printed."""


class AntqReportsWarning(UserWarning):
    """Something was read otherwise than its writer may think: which cell, what was made of it, what to do."""


class IntakeError(AntqReportsError):
    """One or more inputs cannot be read; holds every fault found, not the first alone."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class FileProblem(StrEnum):
    """Why a file could not be read whole, as a sentence begins."""

    MISSING = "không có tệp này"
    NO_FILE = "không phải là một tệp"
    TOO_LARGE = "tệp lớn hơn"
    REFUSED = "không đọc được tệp"
    NOT_UTF8 = "tệp không phải UTF-8"


_FILE_REMEDIES: Mapping[FileProblem, str] = {
    FileProblem.MISSING: "kiểm tra đường dẫn",
    FileProblem.NO_FILE: "chỉ đúng một tệp",
    FileProblem.TOO_LARGE: "kiểm tra lại có đúng tệp cần đọc",
    FileProblem.REFUSED: "kiểm tra đường dẫn và quyền đọc tệp",
    FileProblem.NOT_UTF8: "lưu lại tệp với bảng mã UTF-8",
}
"""What to do where the reader of the file knows nothing better."""


class FileError(RefusalError):
    """A file could not be read whole; ``detail`` is the limit it is above ("20 MB"), or what the system said."""

    def __init__(self, file: str, problem: FileProblem, detail: str = "") -> None:
        is_refused = problem is FileProblem.REFUSED
        reason = f"{problem} ({detail})" if is_refused else f"{problem} {detail}".strip()
        super().__init__(Refusal(reason, _FILE_REMEDIES[problem]))
        self.args = (file, problem, detail)
        self.file = file
        self.problem = problem
        self.detail = detail

    def advised(self, remedies: Mapping[FileProblem, str]) -> Refusal:
        """The refusal with the reader's own remedy for the problem, where it has one."""
        return replace(self.refusal, remedy=remedies.get(self.problem, self.remedy))

    def of_input(self, remedies: Mapping[FileProblem, str]) -> IntakeError:
        """The same as the one fault of an input."""
        return IntakeError((Fault(self.file, "", self.advised(remedies)),))

    def __str__(self) -> str:
        return f"{self.file}: {self.refusal.told}"


class SubjectError(RefusalError):
    """A report names a subject that nobody has."""

    def __init__(self, name: str, known: tuple[str, ...], folder: str = "") -> None:
        searched = f"đã tìm cả trong thư mục {folder}" if folder else "chủ đề riêng thì chỉ thư mục của nó: --templates"
        super().__init__(Refusal(f"không có chủ đề “{name[:80]}”", f"các chủ đề: {', '.join(known)}; {searched}"))
        self.args = (name, known, folder)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        return self.refusal.told


class SubjectFieldError(RefusalError, TypeError):
    """A class derived from a report has fields that no catalogue declares."""

    def __init__(self, name: str, fields: tuple[str, ...]) -> None:
        reason = f"lớp {name} có trường ngoài danh mục: {', '.join(fields)}"
        super().__init__(Refusal(reason, "khai báo trong catalogue.toml của chủ đề"))
        self.args = (name, fields)
        self.name = name
        self.fields = fields


class PlacedError(RefusalError):
    """Something is wrong at one place: a file, a folder, a style."""

    def __init__(self, place: str, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.args = (place, refusal)
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.refusal.told}"


class StyleError(PlacedError):
    """A style is unknown, or one of its files is wrong."""


class StyleFileError(StyleError):
    """The ``style.toml`` of a style is wrong; holds every fault found, not the first alone."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults[0].file, faults[0].refusal)
        self.args = (faults,)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class BrandError(StyleFileError):
    """The ``brand.toml`` of a house, or a file it names, is wrong; holds every fault found, not the first alone."""


class TemplateError(RefusalError):
    """A wording or page template is wrong: which file, which line, what to do."""

    def __init__(self, template: str, line: int | None, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.args = (template, line, refusal)
        self.template = template
        self.line = line

    def __str__(self) -> str:
        place = self.template if self.line is None else f"{self.template}, dòng {self.line}"
        return f"{place}: {self.refusal.told}"


class FramesFileError(TemplateError):
    """``frames.toml``, the plan of the kinds of brief, is wrong; holds every fault found, not the first alone."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults[0].file, faults[0].line, faults[0].refusal)
        self.args = (faults,)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class FigureMisuseError(AntqReportsError):
    """A figure was about to be printed in a way the ledger would not see."""

    def __init__(self, metric: str, reason: str) -> None:
        super().__init__(metric, reason)
        self.metric = metric
        self.reason = reason

    def __str__(self) -> str:
        return f"số liệu {self.metric}: {self.reason}"


class PhotoError(PlacedError):
    """A photo is missing, unreadable, too large or outside the report's folder."""

    def __str__(self) -> str:
        return f"ảnh “{self.place}”: {self.refusal.told}"


class PdfError(AntqReportsError):
    """The PDF engine reported problems and strict mode forbids printing over them."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "không in được PDF vì:\n" + "\n".join(f"- {problem}" for problem in self.problems)


class MissingLibraryError(AntqReportsError):
    """A system library that the PDF engine needs is not installed."""

    def __init__(self, library: str, remedy: str) -> None:
        super().__init__(library, remedy)
        self.library = library
        self.remedy = remedy

    def __str__(self) -> str:
        return f"thiếu thư viện {self.library} → {self.remedy}"


class OutputError(PlacedError):
    """A finished brief could not be written to its place."""


class WorkerError(RefusalError):
    """A process that was making a brief broke a limit or died, and was ended."""

    def __str__(self) -> str:
        return self.refusal.told
