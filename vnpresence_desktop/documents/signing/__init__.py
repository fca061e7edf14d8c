"""Signing: one kind of key, two kinds of file (PDF as PAdES, Excel as Office signs it)."""
