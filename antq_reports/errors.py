"""Every error this package raises, under one base class.

An error is made from facts and builds its sentence in ``__str__``: the fact, the place, the remedy.
Arguments are positional so that every error survives a process pool (pickle calls ``cls(*args)``).
Sentences are Vietnamese: the person who reads them fills in spreadsheets or edits wording.
This module is a leaf: it imports nothing from the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class AntqReportsError(Exception):
    """The base of every error raised by this package."""


class FigureSyntaxError(AntqReportsError, ValueError):
    """A text is not a figure in Vietnamese notation."""

    def __init__(self, text: str, reason: str, remedy: str) -> None:
        super().__init__(text, reason, remedy)
        self.text = text
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"“{self.text}”: {self.reason}; {self.remedy}"


class TextError(AntqReportsError, ValueError):
    """A free text holds something that must not reach a page."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.reason}; {self.remedy}"


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
    path: str
    message: str
    remedy: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, dòng {self.line}"
        where = f"{place}: {self.path}" if self.path else place
        return f"{where}: {self.message}" + (f" → {self.remedy}" if self.remedy else "")


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


_FILE_REMEDIES: Mapping[FileProblem, str] = {
    FileProblem.MISSING: "kiểm tra đường dẫn",
    FileProblem.NO_FILE: "chỉ đúng một tệp",
    FileProblem.TOO_LARGE: "kiểm tra lại có đúng tệp cần đọc",
    FileProblem.REFUSED: "kiểm tra đường dẫn và quyền đọc tệp",
}
"""What to do where the reader of the file knows nothing better."""


class FileError(AntqReportsError):
    """A file could not be read whole; ``detail`` is the limit it is above ("20 MB"), or what the system said."""

    def __init__(self, file: str, problem: FileProblem, detail: str = "") -> None:
        super().__init__(file, problem, detail)
        self.file = file
        self.problem = problem
        self.detail = detail

    @property
    def reason(self) -> str:
        """What is wrong: "tệp lớn hơn 20 MB", "không đọc được tệp (tên quá dài)"."""
        if self.problem is FileProblem.REFUSED:
            return f"{self.problem} ({self.detail})"
        return f"{self.problem} {self.detail}".strip()

    def remedy(self, remedies: Mapping[FileProblem, str] | None = None) -> str:
        """What to do: the reader's own remedy for the problem, else the general one."""
        return {**_FILE_REMEDIES, **(remedies or {})}[self.problem]

    def refusal(self, remedies: Mapping[FileProblem, str] | None = None) -> IntakeError:
        """The same as the one fault of an input."""
        return IntakeError((Fault(self.file, "", self.reason, self.remedy(remedies)),))

    def __str__(self) -> str:
        return f"{self.file}: {self.reason} → {self.remedy()}"


class PlacedError(AntqReportsError):
    """Something is wrong at one place: a file, a folder, a style."""

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        super().__init__(place, reason, remedy)
        self.place = place
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.reason} → {self.remedy}"


class StyleError(PlacedError):
    """A style is unknown, or one of its files is wrong."""


class TemplateError(AntqReportsError):
    """A wording or page template is wrong: which file, which line, what to do."""

    def __init__(self, template: str, line: int | None, reason: str, remedy: str) -> None:
        super().__init__(template, line, reason, remedy)
        self.template = template
        self.line = line
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        place = self.template if self.line is None else f"{self.template}, dòng {self.line}"
        return f"{place}: {self.reason} → {self.remedy}"


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
        return f"ảnh “{self.place}”: {self.reason} → {self.remedy}"


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


class WorkerError(AntqReportsError):
    """A process that was making a brief broke a limit or died, and was ended."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.reason} → {self.remedy}"
