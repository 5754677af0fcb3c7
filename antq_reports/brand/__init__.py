"""The brand of a house: its name, logo, colours and typefaces, read from ``brand.toml`` and checked before it is used.

Whatever prints may take it: the page, a word processor's file, a card. It knows none of them.
"""

from antq_reports.brand.brand import Brand, Family, Logo, Typeface
from antq_reports.brand.brand_file import BrandReading, read_brand

__all__ = ["Brand", "BrandReading", "Family", "Logo", "Typeface", "read_brand"]
