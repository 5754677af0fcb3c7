"""Pictures from outside: where their files may lie, and the one way they are decoded. Knows no page and no report."""
