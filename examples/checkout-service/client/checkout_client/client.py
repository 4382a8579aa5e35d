"""Talks to one checkout service."""

import json
import urllib.error
import urllib.request


class ServiceError(Exception):
    """The service could not be reached, or did not answer with a 2xx and JSON."""


class Client:
    """A checkout service at ``url``; each call gives up after ``timeout`` seconds."""

    def __init__(self, url, timeout=5.0):
        self._url = url.rstrip("/")
        self._timeout = timeout

    def version(self):
        """Version and commit of the running service, as a dict."""
        return self._ask("/version")

    def checkout(self, items, customer=None):
        """Orders ``items`` (dicts with sku, quantity, unitPriceCents); a dict with orderId and total."""
        headers = {"content-type": "application/json"}
        if customer is not None:
            headers["x-customer-id"] = customer
        return self._ask("/checkout", json.dumps({"items": items}).encode(), headers)

    def _ask(self, path, body=None, headers=None):
        request = urllib.request.Request(self._url + path, data=body, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise ServiceError(f"{path} answered {error.code}") from error
        except (OSError, ValueError) as error:
            raise ServiceError(f"{path} did not answer: {error}") from error
