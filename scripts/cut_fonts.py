"""The bundled faces cut to the characters of Vietnamese text, beside them: what an HTML brief carries.

    python scripts/cut_fonts.py

Run it when a face or the set of characters changes; cuts of faces that are no longer there are removed.
"""

from __future__ import annotations

from antq_reports.assets import fonts_dir
from antq_reports.page.font_subset import cut, cut_name, usual_characters


def main() -> None:
    """Write a cut for every face."""
    for old in fonts_dir().glob("*/*.woff2"):
        old.unlink()
    for face in sorted(fonts_dir().glob("*/*.ttf")):
        data = face.read_bytes()
        made = face.with_name(cut_name(data))
        made.write_bytes(cut(data, usual_characters()).data)
        print(f"{made.relative_to(fonts_dir())}  {made.stat().st_size:>7}  {face.name}")


if __name__ == "__main__":
    main()
