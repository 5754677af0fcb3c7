"""Where the templates and fonts lie, in a checkout and in an installed wheel alike.

A wheel carries both folders inside the package, under ``_assets/``; a checkout keeps them at its root,
where people edit them. This module only finds folders: it opens no file and promises nothing about what
is in them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from antq_reports.errors import AssetsNotFoundError


def find_assets(package: Path) -> Path:
    """Return the folder that holds ``templates/`` and ``fonts/`` for the package lying at `package`.

    The package's own ``_assets`` folder wins, then the checkout around the package.
    Raises `AssetsNotFoundError`, which names both places.
    """
    bundled, checkout = package / "_assets", package.parent
    if bundled.is_dir():
        return bundled
    if (checkout / "templates").is_dir() and (checkout / "fonts").is_dir():
        return checkout
    raise AssetsNotFoundError((str(bundled), str(checkout)))


@cache
def assets_root() -> Path:
    """Return the folder that holds ``templates/`` and ``fonts/``.

    >>> sorted(folder.name for folder in (templates_dir(), fonts_dir()) if folder.parent == assets_root())
    ['fonts', 'templates']
    """
    return find_assets(Path(__file__).resolve().parent)


def templates_dir() -> Path:
    """Return the folder of the templates: ``prose/`` (wording) and ``styles/`` (looks)."""
    return assets_root() / "templates"


def fonts_dir() -> Path:
    """Return the folder of the fonts: one folder per family, its licence beside the files."""
    return assets_root() / "fonts"
