"""Names that are loaded when they are first used."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from antq_reports.lazy_names import lazy_names


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package that shows one name of a module not yet loaded."""
    (tmp_path / "shop_till.py").write_text("class Till:\n    pass\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    package = ModuleType("shop")
    load, names = lazy_names("shop", {"shop_till": ("Till",)})
    vars(package).update({"__getattr__": load, "__dir__": names, "sign": "open"})
    monkeypatch.setitem(sys.modules, "shop", package)
    monkeypatch.delitem(sys.modules, "shop_till", raising=False)
    return package


def test_a_name_is_loaded_when_used_and_kept(shop: ModuleType) -> None:
    """Listing loads nothing; the first use loads the module, later ones find the name in the package."""
    assert {"Till", "sign"} <= set(dir(shop))
    assert "shop_till" not in sys.modules
    till = shop.Till
    assert sys.modules["shop_till"].Till is till
    assert till is vars(shop)["Till"]


def test_an_unknown_name_is_no_attribute(shop: ModuleType) -> None:
    """As with any module: `hasattr` is false, and the message is Python's own."""
    assert not hasattr(shop, "Tills")
    with pytest.raises(AttributeError, match=r"^module 'shop' has no attribute 'Tills'$") as caught:
        shop.Tills  # noqa: B018 - asking for it is the test
    assert ("Tills", shop) == (caught.value.name, caught.value.obj)
