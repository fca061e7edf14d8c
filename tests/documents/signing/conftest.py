"""Keys and files of the signing tests."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("signing_pki", Path(__file__).parent / "pki.py")
assert _spec
assert _spec.loader
_pki = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_pki)


@pytest.fixture(scope="session")
def house():
    """The module `pki`: helpers and constants."""
    return _pki


@pytest.fixture(scope="session")
def pki():
    return _pki.make_pki()


@pytest.fixture(scope="session")
def pdf():
    return _pki.small_pdf()


@pytest.fixture(scope="session")
def xlsx():
    return _pki.small_xlsx()
