"""The report of a subject: the model made from its catalogue, once per content, and picklable like its sections."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, create_model

from antq_reports.catalogue.catalogue import Catalogue
from antq_reports.catalogue.made_models import MODULE_OF_BUNDLED, make_picklable, section_models
from antq_reports.catalogue.subject import find_catalogue, own_catalogue
from antq_reports.report.base_report import BaseReport


@lru_cache(maxsize=16)
def report_class(catalogue: Catalogue) -> type[BaseReport]:
    """The report's class of a catalogue."""
    about = f"Chủ đề của báo cáo: {catalogue.title}"
    fields: dict[str, Any] = {"subject": (Literal[catalogue.name], Field(default=catalogue.name, description=about))}
    for name, model in section_models(catalogue).items():
        fields[name] = (model, Field(default=model(), description=catalogue.sections[name].title))
    base: type[BaseReport] = _base(catalogue)
    made = create_model(
        "Report",
        __base__=base,
        __module__=MODULE_OF_BUNDLED if catalogue.is_bundled else __name__,
        __doc__=BaseReport.__doc__,
        **fields,
    )
    make_picklable(made, report_class, catalogue)
    return made


def report_class_of(templates: str | Path, subject: str | None = None) -> type[BaseReport]:
    """The report's class of a user's own folder, or of the subject named.

    Raises `SubjectError` for a name nobody has, `IntakeError` with every fault of a catalogue.
    """
    own = own_catalogue(templates)
    return report_class(find_catalogue(subject or (own.name if own is not None else None), templates))


def _base(catalogue: Catalogue) -> type[BaseReport]:
    """What the made class derives from: it knows its catalogue before its fields are looked at."""
    fields = {"catalogue": catalogue, "__module__": __name__, "__annotations__": {}}
    return type("ReportOfSubject", (BaseReport,), fields)
