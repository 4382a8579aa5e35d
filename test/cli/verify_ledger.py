"""A second verifier of the ledger, written from docs/ledger.md alone. Prints a line for each fault; exit code 1 if any.

Arguments: a bare repository, and the `x` of each public key that may have signed.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
from urllib.parse import unquote

sys.dont_write_bytecode = True
import ed25519  # noqa: E402

REPOSITORY, BRANCH = sys.argv[1], "refs/heads/release-ledger"
ENTRY = re.compile(r"(releases/[^/]+/[^/]+/[^/]+)/(\d{6})-([a-z-]+)\.json")


def git(*args, data=b""):
    return subprocess.run(["git", "-C", REPOSITORY, *args], input=data, check=True, capture_output=True).stdout


def number(value):
    """ECMAScript's text of a number, as RFC 8785 wants it."""
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    mantissa, _, exponent = repr(value).partition("e")
    if not exponent:
        return mantissa
    power = int(exponent)
    if -7 < power < 0:
        digits = mantissa.replace(".", "").replace("-", "")
        return ("-" if value < 0 else "") + "0." + "0" * (-power - 1) + digits
    return f"{mantissa}e{'+' if power > 0 else ''}{power}"


def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(k)}:{canonical(value[k])}" for k in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def thumbprint(x):
    return base64url(hashlib.sha256(canonical({"kty": "OKP", "crv": "Ed25519", "x": x}).encode()).digest())


KEYS = {thumbprint(x): unbase64url(x) for x in sys.argv[2:]}


def is_signed_well(entry):
    """One header is right for a key; without keys nothing more can be said."""
    kid, jws = entry["signature"]["kid"], entry["signature"]["jws"]
    header, signature = jws.split("..")
    if header != base64url(canonical({"alg": "EdDSA", "kid": kid}).encode()) or base64url(unbase64url(signature)) != signature:
        return False
    content = header + "." + base64url(canonical({**entry, "signature": None}).encode())
    return not KEYS or kid in KEYS and ed25519.verify(KEYS[kid], content.encode(), unbase64url(signature))


def fault_of(entry, data, path, place, previous, plan, signed):
    if canonical(entry).encode() != data:
        return "not canonical"
    folder, seq, kind = ENTRY.fullmatch(path).groups()
    product, channel, version = map(unquote, folder.split("/")[1:])
    if entry["release"] != {"product": product, "channel": channel, "version": version}:
        return "of another release"
    if entry["seq"] != place or int(seq) != place or entry["kind"] != kind:
        return "at another place"
    if entry["previous"] != previous:
        return "not after the one before"
    if entry["planHash"] != plan and (kind == "plan" or entry["planHash"] is not None):
        return "of another plan"
    if entry["signature"] is None:
        return "unsigned after a signed one" if signed else None
    if not is_signed_well(entry):
        return "of another signer or content"
    return None


def first_fault(paths, read):
    previous, plan, signed = None, None, False
    for place, path in enumerate(sorted(paths), start=1):
        data = read(path)
        try:
            entry = json.loads(data)
            if "plan" in entry["payload"]:
                plan = digest(canonical(entry["payload"]["plan"]).encode())
            why = fault_of(entry, data, path, place, previous, plan, signed)
        except (ValueError, KeyError, TypeError):
            why = "no entry"
        if why:
            return path, why
        previous, signed = digest(data), entry["signature"] is not None
    return None


def attached_by(data):
    """The files that an entry names: attached ones, and those that evidence rests on."""
    try:
        payload = json.loads(data)["payload"]
        return payload.get("attachments") or [one["attachment"] for one in payload["evidence"] if "attachment" in one]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def attachment_faults(entries, files, read):
    """Attached bytes that are missing, others, or nobody's."""
    named, faults = set(), []
    for path, attached in entries:
        for one in attached:
            hexes = one["digest"].removeprefix("sha256:")
            place = f"attachments/{hexes[:2]}/{hexes}"
            named.add(place)
            if "ledger" not in one["place"]:
                continue
            data = read(place) if place in files else None
            if one["place"]["ledger"] != place or data is None or digest(data) != one["digest"] or len(data) != one["size"]:
                faults.append((path, f"{one['name']} is not what was attached"))
    return faults + [(path, "nobody's") for path in files if path.startswith("attachments/") and path not in named]


def changed_entries(files):
    """Entries that a commit changed or removed and that do not have their first bytes again."""
    first, faults = {}, []
    log = git("log", "--reverse", "--raw", "--no-renames", "--no-abbrev", "--format=", "-z", BRANCH).decode().split("\0")
    for fields, path in zip(log[::2], log[1::2]):
        blob, status = fields.split()[3:5]
        if path.startswith("releases/") and status == "A" and path not in first:
            first[path] = blob
        elif path.startswith("releases/") and files.get(path) != first.get(path):
            faults.append((path, "changed after it was written"))
    return faults


files = {}
for line in git("ls-tree", "-r", "-z", BRANCH).decode().split("\0")[:-1]:
    meta, path = line.split("\t", 1)
    files[path] = meta.split()[2]
chains = {}
for path in files:
    if match := ENTRY.fullmatch(path):
        chains.setdefault(match.group(1), []).append(path)


def read(path):
    return git("cat-file", "blob", files[path])


found = [first_fault(paths, read) for _, paths in sorted(chains.items())]
attaching = [(path, attached_by(read(path))) for path in files if path.endswith(("-attachments.json", "-verdict.json"))]
faults = [fault for fault in found if fault] + changed_entries(files) + attachment_faults(attaching, files, read)
for path, why in faults:
    print(f"{path}\t{why}")
sys.exit(1 if faults else 0)
