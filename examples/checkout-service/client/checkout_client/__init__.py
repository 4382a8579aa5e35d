"""A small client of the checkout service, on the standard library alone."""

from ._version import __version__
from .client import Client, ServiceError

__all__ = ["Client", "ServiceError", "__version__"]
