"""A form as an office program of the open kind saves it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from inbox_units import Form

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_NAMESPACE}:office:1.0" xmlns:table="{_NAMESPACE}:table:1.0"
 xmlns:text="{_NAMESPACE}:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>{{}}</office:spreadsheet></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


def write_ods(form: Form, path: Path) -> None:
    """The form as an office program of the open kind saves it."""
    tables = []
    for sheet in form.book.worksheets:
        rows = ("".join(map(_ods_cell, row)) for row in sheet.iter_rows(values_only=True))
        body = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
        tables.append(f'<table:table table:name="{escape(sheet.title)}">{body}</table:table>')
    with zipfile.ZipFile(path, "w") as pack:
        pack.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        pack.writestr("META-INF/manifest.xml", _MANIFEST)
        pack.writestr("content.xml", _ODS.format("".join(tables)))


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(value))}</text:p>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}">{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
