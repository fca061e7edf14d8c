"""Verifying: one verdict for both kinds of file, stricter than the programs that usually judge them."""
