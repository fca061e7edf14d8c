"""Keys and small files that signing and verifying are tried on."""

import pytest

from tests.documents.signing import pki as helpers
from vnpresence_desktop.documents.verifying.trust import Trust


@pytest.fixture(scope="session")
def house():
    """The module `pki`: helpers and constants."""
    return helpers


@pytest.fixture(scope="session")
def pki():
    return helpers.make_pki()


@pytest.fixture(scope="session")
def pdf():
    return helpers.small_pdf()


@pytest.fixture(scope="session")
def xlsx():
    return helpers.small_xlsx()


@pytest.fixture(scope="session")
def trust(pki):
    """The root of the person and the agency is trusted."""
    return Trust(anchors=(pki.root,))
