"""Names of a package that are loaded when they are first used. A leaf.

A package that shows names of many modules would load all of them for the sake of one. Its ``__init__`` imports them for
type checkers alone and hands the rest to `lazy_names`::

    if TYPE_CHECKING:
        from shop.till import Till
    else:
        __getattr__, __dir__ = lazy_names(__name__, {"shop.till": ("Till",)})

Not for a name that is also a submodule's: importing that submodule would put the module in the name's place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_names(
    package: str, modules: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and ``__dir__`` of a package that shows these names of these modules.

    A name is looked up once and then stands in the package. Raises `AttributeError` for any other.
    """
    homes = {name: module for module, names in modules.items() for name in names}

    def load_name(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *homes})

    return load_name, list_names
