"""Keys and files of the verifying tests."""

import importlib.util
from pathlib import Path

import pytest

from vnpresence_desktop.documents.verifying.trust import Trust

_spec = importlib.util.spec_from_file_location("signing_pki", Path(__file__).parents[1] / "signing" / "pki.py")
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


@pytest.fixture(scope="session")
def trust(pki):
    """The root of the person and the agency is trusted."""
    return Trust(anchors=(pki.root,))
