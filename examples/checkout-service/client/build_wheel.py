"""build_wheel.py VERSION OUTDIR: writes the wheel of checkout-client and prints its file name.

A wheel is a zip file with a fixed layout, so the standard library is enough: no network, no build
backend. The same sources give the same bytes.
"""

import base64
import hashlib
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = ">=3.9"


def metadata(version):
    return (
        "Metadata-Version: 2.1\n"
        "Name: checkout-client\n"
        f"Version: {version}\n"
        "Summary: A small client of the checkout service\n"
        "License: Apache-2.0\n"
        f"Requires-Python: {PYTHON}\n"
    )


def files(version):
    """Name in the wheel and content of every file but RECORD."""
    info = f"checkout_client-{version}.dist-info"
    for source in sorted((HERE / "checkout_client").glob("*.py")):
        text = source.read_text(encoding="utf-8")
        if source.name == "_version.py":
            text = f'__version__ = "{version}"\n'
        yield f"checkout_client/{source.name}", text
    yield f"{info}/METADATA", metadata(version)
    yield f"{info}/WHEEL", (
        "Wheel-Version: 1.0\nGenerator: build_wheel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    yield f"{info}/entry_points.txt", (
        "[console_scripts]\ncheckout-client = checkout_client.cli:main\n"
    )


def record_line(name, data):
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(data)}\n"


def write(archive, name, data):
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def build(version, out):
    target = out / f"checkout_client-{version}-py3-none-any.whl"
    record_name = f"checkout_client-{version}.dist-info/RECORD"
    record = ""
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files(version):
            data = text.encode()
            write(archive, name, data)
            record += record_line(name, data)
        write(archive, record_name, (record + f"{record_name},,\n").encode())
    return target.name


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: build_wheel.py VERSION OUTDIR")
    print(build(sys.argv[1], pathlib.Path(sys.argv[2])))
