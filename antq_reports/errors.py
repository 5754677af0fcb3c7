"""Every error this package raises, under one base class.

An error is made from facts and builds its sentence in ``__str__``: the fact, the place, the remedy.
Arguments are positional so that every error survives a process pool (pickle calls ``cls(*args)``).
Sentences are Vietnamese: the person who reads them fills in spreadsheets or edits wording.
This module is a leaf: it imports nothing from the package.
"""

from __future__ import annotations

from dataclasses import dataclass


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


class SubjectError(AntqReportsError):
    """A report names a subject that nobody has."""

    def __init__(self, name: str, known: tuple[str, ...], is_folder_given: bool) -> None:
        super().__init__(name, known, is_folder_given)
        self.name = name
        self.known = known
        self.is_folder_given = is_folder_given

    @property
    def reason(self) -> str:
        """What is wrong."""
        return f"không có chủ đề “{self.name[:80]}”"

    @property
    def remedy(self) -> str:
        """What to do."""
        known = f"các chủ đề: {', '.join(self.known)}"
        return known if self.is_folder_given else f"{known}; chủ đề riêng thì chỉ thư mục của nó: --templates THƯ_MỤC"

    def __str__(self) -> str:
        return f"{self.reason} → {self.remedy}"


class SubjectFieldError(AntqReportsError, TypeError):
    """A class derived from a report has fields that no catalogue declares."""

    def __init__(self, name: str, fields: tuple[str, ...]) -> None:
        super().__init__(name, fields)
        self.name = name
        self.fields = fields

    def __str__(self) -> str:
        fields = ", ".join(self.fields)
        return f"lớp {self.name} có trường ngoài danh mục: {fields} → khai báo trong catalogue.toml của chủ đề"


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
