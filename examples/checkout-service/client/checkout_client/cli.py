"""The command ``checkout-client``."""

import argparse
import sys

from . import Client, ServiceError, __version__


def main(argv=None):
    """Prints the version of the client, or that of a running service; returns the exit code."""
    parser = argparse.ArgumentParser(prog="checkout-client")
    parser.add_argument("--version", action="version", version=f"checkout-client {__version__}")
    parser.add_argument("url", help="address of a checkout service, whose version is printed")
    try:
        print(Client(parser.parse_args(argv).url).version()["version"])
    except ServiceError as error:
        print(f"checkout-client: {error}", file=sys.stderr)
        return 1
    return 0
