#!/usr/bin/env python3
"""The golden vectors, computed a second time from docs/format.md with the Python 3 standard library alone.

    python3 check.py            verifies every vector; exits with 1 and names each that differs
    python3 check.py --write    writes the computed answers, but for published ones ("published": true)

Each FILE.json holds cases of {"name", "in", "out"}. The function of the same name below makes "out" from "in"; its
comment is the section of docs/format.md that it follows.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import re
import struct
import sys
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
NICKNAMES = HERE.parents[1] / "linkage-core/src/main/resources/uk/linkage/provider/person/nicknames.txt"


# 1 Notation

def u16(number):
    return struct.pack(">H", number)


def u32(number):
    return struct.pack(">I", number)


def message(*parts):
    raw = [p.encode() if isinstance(p, str) else p for p in parts]
    return b"".join(u32(len(p)) + p for p in raw)


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def sha256(data):
    return hashlib.sha256(data).digest()


def hkdf_sha256(secret, salt, info, length):
    """RFC 5869."""
    extracted = mac(salt or bytes(32), secret)
    out, block, n = b"", b"", 0
    while len(out) < length:
        n += 1
        block = mac(extracted, block + info + bytes([n]))
        out += block
    return out[:length]


# 2 Canonical JSON and fingerprint

def parse(text):
    return json.loads(text, parse_float=Decimal)


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    text = format(Decimal(value), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def fingerprint_of(agreement):
    return sha256(canonical(agreement).encode())


# 6 Key derivation

def key(secret, purpose, scope, field, fingerprint):
    return hkdf_sha256(secret, b"linkage/1", message("linkage/1", purpose, scope, field, fingerprint), 32)


def check_value(secret):
    return key(secret, "check", "", "", b"")[:8].hex()


# 8 Match-key tokens

def nickname_table():
    table = {}
    for line in NICKNAMES.read_text("ascii").splitlines():
        if line.strip() and not line.startswith("#"):
            full, names = line.split(": ")
            table.update({name: full for name in names.split(" ")})
    return table


def soundex_of(name):
    digits = {c: d for d, group in enumerate(["BFPV", "CGJKQSXZ", "DT", "L", "MN", "R"], 1) for c in group}
    code, before = name[0], digits.get(name[0])
    for letter in name[1:]:
        if letter in "HW":
            continue
        digit = digits.get(letter)
        if digit and digit != before:
            code += str(digit)
        before = digit
    return (code + "000")[:4]


def key_text(form, values):
    """The text of a part, or None. values: the normal forms of its fields, None where missing."""
    if any(value is None for value in values):
        return None
    value = values[0]
    joined = "".join(values).replace(" ", "")
    if form == "whole":
        return None if "X" in value and is_date(value) else value
    if form == "sorted-letters":
        return "".join(sorted(joined))
    if form == "initial":
        return value[0]
    if form == "canonical":
        first = value.split(" ")[0]
        return nickname_table().get(first, first)
    return soundex_of(joined) if all("A" <= c <= "Z" for c in joined) else None


def is_date(value):
    return len(value) == 10 and value[4] == value[7] == "-" and not set(value) - set("0123456789X-")


def key_token(mac_key, texts):
    return mac(mac_key, message(*[x for form, text in texts for x in (form, text)]))[:16]


# 9 View tokens

def pairs(text):
    padded = "_" + text + "_"
    return [padded[i:i + 2] for i in range(len(padded) - 1)] if text else []


def token_texts(tokens, value):
    words = value.split(" ")
    if tokens == "whole":
        return [value]
    if tokens == "bigrams":
        return pairs(value.replace(" ", ""))
    if tokens == "numbers":
        return [w for w in words if w[0] in "0123456789"]
    if tokens == "letters":
        return pairs("".join(w for w in words if w[0] not in "0123456789"))
    known = dict(zip("YMD", value.split("-")))
    return [name + "".join("-%d" % int(known[part]) for part in name)
            for name in ["Y", "M", "D", "YM", "MD", "YD"] if not any("X" in known[part] for part in name)]


def view_digest(mac_key, tokens, text):
    return mac(mac_key, message(tokens, text))


# 10 Filters

class Stream:
    def __init__(self, seed):
        self.seed, self.counter, self.bytes = seed, 0, b""

    def next16(self):
        if not self.bytes:
            self.bytes = sha256(self.seed + u32(self.counter))
            self.counter += 1
        number, self.bytes = struct.unpack(">H", self.bytes[:2])[0], self.bytes[2:]
        return number

    def draw(self, count, bound):
        mask = (1 << max(1, (bound - 1).bit_length())) - 1
        drawn = []
        while len(drawn) < count:
            number = self.next16() & mask
            if number < bound and number not in drawn:
                drawn.append(number)
        return drawn


def filter_of(digests_and_positions, bits):
    return {p for digest, n in digests_and_positions for p in Stream(digest).draw(n, bits)}


# 11 Codes

def as_bytes(ones, bits):
    out = bytearray(bits // 8)
    for i in ones:
        out[i // 8] |= 1 << i % 8
    return bytes(out)


def ones_of(data):
    return {8 * i + j for i, byte in enumerate(data) for j in range(8) if byte >> j & 1}


def taps_of(seed, taps, filter_bits, code_bits):
    stream = Stream(seed)
    return [stream.draw(taps, filter_bits) for _ in range(code_bits)]


def code_of(matrix, ones):
    return {bit for bit, row in enumerate(matrix) if sum(tap in ones for tap in row) % 2}


# 12 Record

def record_bytes(local_id, presence, tokens, codes):
    name = local_id.encode()
    keys = b"".join(b"\0" if t is None else b"\1" + t for t in tokens)
    return u16(len(name)) + name + u32(presence) + keys + b"".join(codes)


class Encoder:
    """Sections 6 to 12 together: from normal forms to records under one agreement and secret."""

    def __init__(self, agreement, secret):
        self.agreement, self.secret = agreement, secret
        self.print = fingerprint_of(agreement)
        self.components = {c["name"]: c for c in agreement["components"]}
        self.matrices = {v["name"]: self.matrix(v["name"]) for v in agreement["views"]}

    def matrix(self, view):
        encoding = self.agreement["encoding"]
        seed = key(self.secret, "diffusion", view, "", self.print)
        return taps_of(seed, encoding["taps"], encoding["filter_bits"], encoding["code_bits"])

    def record(self, person):
        values = person["values"]
        there = [key_text("whole", [values.get(f["name"])]) is not None for f in self.agreement["fields"]]
        presence = sum(1 << i for i, present in enumerate(there) if present)
        tokens = [self.token(k, values) for k in self.agreement["keys"]]
        codes = [self.code(v, values) for v in self.agreement["views"]]
        return record_bytes(person["local_id"], presence, tokens, codes)

    def token(self, match_key, values):
        texts = [(p["form"], key_text(p["form"], [values.get(f) for f in p["fields"]])) for p in match_key["parts"]]
        if any(text is None for _, text in texts):
            return None
        return key_token(key(self.secret, "match-key", match_key["name"], "", self.print), texts)

    def code(self, view, values):
        digests = [d for name in view["components"] for f in self.components[name]["features"]
                   for d in self.digests(view["name"], f, values.get(f["field"]))]
        encoding = self.agreement["encoding"]
        ones = filter_of(digests, encoding["filter_bits"])
        return as_bytes(code_of(self.matrices[view["name"]], ones), encoding["code_bits"])

    def digests(self, view, feature, value):
        if value is None:
            return []
        mac_key = key(self.secret, "view", view, feature["field"], self.print)
        texts = token_texts(feature["tokens"], value)
        return [(view_digest(mac_key, feature["tokens"], text), feature["positions"]) for text in texts]


# 13 Sealed file

def block(data):
    return u32(len(data)) + data


def sealed_file(header, records, footer):
    body = b"linkage-sealed/1\n" + block(canonical(header).encode())
    stream = b"".join(records)
    for at in range(0, len(stream), 65536):
        body += block(stream[at:at + 65536])
    body += u32(0) + block(canonical(footer).encode())
    return body + sha256(body) + u16(0)


# 17 CLKs of a clkhash schema

def hkdf_with(hash_name, secret, salt, info, length):
    size = hashlib.new(hash_name).digest_size
    extracted = hmac.new(salt or bytes(size), secret, hash_name).digest()
    out, block, n = b"", b"", 0
    while len(out) < length:
        n += 1
        block = hmac.new(extracted, block + info + bytes([n]), hash_name).digest()
        out += block
    return out[:length]


def clk_keys(kdf, secret, features):
    salt, info = (base64.b64decode(kdf.get(name, "")) for name in ("salt", "info"))
    size = kdf.get("keySize", 64)
    run = hkdf_with(kdf.get("hash", "SHA256").lower(), secret, salt, info, 2 * features * size)
    return [(run[2 * i * size:(2 * i + 1) * size], run[(2 * i + 1) * size:(2 * i + 2) * size]) for i in range(features)]


MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december"]
DAY_PARTS = {"Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d\d)", "m": r"(?P<m>1[0-2]|0?[1-9])", "d": r"(?P<d>3[01]|[12]\d|[0 ]?[1-9])",
             "H": r"(?:2[0-3]|[01]?\d)", "M": r"[0-5]?\d", "S": r"[0-5]?\d", "%": "%",
             "b": "(?P<b>%s)" % "|".join(m[:3] for m in MONTHS), "B": "(?P<b>%s)" % "|".join(MONTHS)}


def clk_day(text, layout):
    pattern = "".join(DAY_PARTS[piece[1]] if piece[0] == "%" else r"\s+" if piece.isspace() else re.escape(piece)
                      for piece in re.findall(r"%.|\s+|[^%\s]", layout))
    found = re.fullmatch(pattern, text, re.IGNORECASE).groupdict()
    year = int(found.get("Y") or 1900)
    if "y" in found:
        year = int(found["y"]) + (1900 if int(found["y"]) > 68 else 2000)
    named = [i for i, m in enumerate(MONTHS, 1) if m[:3] == found.get("b", "").lower()[:3]]
    return "%04d%02d%02d" % (year, named[0] if named else int(found.get("m") or 1), int(found.get("d") or 1))


def clk_text(feature, value):
    missing, layout = feature["hashing"].get("missingValue"), feature["format"]
    if missing and value == missing["sentinel"]:
        return missing.get("replaceWith", value)
    if layout["type"] == "integer":
        return str(int(value))
    return clk_day(value, layout["format"]) if layout["type"] == "date" else value


def clk_number(text, places):
    try:
        return int(text) * 10 ** places
    except ValueError:
        return round(float(text) * 10 ** places) if places else int(float(text))


def clk_tokens(comparison, text):
    if not text or comparison["type"] == "exact":
        return [text] if text else []
    if comparison["type"] == "ngram":
        n, blanks = comparison["n"], " " * (comparison["n"] - 1)
        grams = [(blanks + text + blanks)[i:i + n] for i in range(len(text) + n - 1)]
        return ["%d %s" % pair for pair in enumerate(grams, 1)] if comparison.get("positional") else grams
    places, reach = comparison.get("fractional_precision", 0), comparison["resolution"]
    step = round(comparison["thresholdDistance"] * 10 ** places)
    lower, rest = divmod(clk_number(text, places) * 2 * reach, step)
    nearest = (lower + (2 * rest >= step)) * step
    return [str(nearest + i * step) for i in range(-reach, reach + 1)]


def clk_times(strategy, tokens):
    if "bitsPerToken" in strategy:
        return [strategy["bitsPerToken"]] * tokens
    return [strategy["bitsPerFeature"] // tokens + (i < strategy["bitsPerFeature"] % tokens) for i in range(tokens)]


def clk_blake(token, key, times, bits):
    digests = b"".join(hashlib.blake2b(token, key=key, salt=b"%d" % i).digest() for i in range(times // 32 + 1))
    return [short % bits for short in struct.unpack("<%dH" % times, digests[:2 * times])]


def clk_double(token, keys, times, bits, safe):
    def number(key, data, name):
        return int.from_bytes(hmac.new(key, data, name).digest(), "big") % bits
    start, step, more = number(keys[0], token, "sha1"), number(keys[1], token, "md5"), 0
    while safe and step == 0:
        step, more = number(keys[1], token + chr(more).encode(), "md5"), more + 1
    return [(start + i * step) % bits for i in range(times)]


def clk_encoded(token, name):
    marks = {"utf-16": (b"\xff\xfe", "utf-16-le"), "utf-32": (b"\xff\xfe\0\0", "utf-32-le")}
    mark, codec = marks.get(name, (b"", name))
    return mark + token.encode(codec)


def clk_ones(feature, value, keys, bits):
    hashing = feature["hashing"]
    kind = hashing.get("hash", {"type": "blakeHash"})
    tokens = clk_tokens(hashing["comparison"], clk_text(feature, value))
    for token, times in zip(tokens, clk_times(hashing["strategy"], len(tokens)) if tokens else []):
        data = clk_encoded(token, feature["format"].get("encoding", "utf-8"))
        yield from (clk_blake(data, keys[0], times, bits) if kind["type"] == "blakeHash" else
                    clk_double(data, keys, times, bits, kind.get("prevent_singularity")))


def clk_of(schema, row, keys):
    config, ones = schema["clkConfig"], set()
    bits = config["l"] << config.get("xor_folds", 0)
    for feature, value, pair in zip(schema["features"], row, keys):
        if not feature.get("ignored"):
            ones.update(clk_ones(feature, value, pair, bits))
    while bits > config["l"]:
        bits //= 2
        ones = {i for i in ones if i < bits} ^ {i - bits for i in ones if i >= bits}
    data = bytearray((bits + 7) // 8)
    for i in ones:
        data[i // 8] |= 0x80 >> i % 8
    return base64.b64encode(data).decode()


# One function for each file of vectors

def hmac_sha_256(i):  # RFC 4231
    digest = mac(bytes.fromhex(i["key"]), bytes.fromhex(i["data"]))
    return {"mac": digest[:i.get("bytes", 32)].hex()}


def hkdf(i):  # RFC 5869
    secret, salt, info = (bytes.fromhex(i[name]) for name in ("secret", "salt", "info"))
    return {"okm": hkdf_sha256(secret, salt, info, i["length"]).hex()}


def canonical_json(i):  # 2
    return {"canonical": canonical(parse(i["json"]))}


def fingerprint(i):  # 2
    text = (HERE / i["agreement"]).read_text("utf-8")
    return {"fingerprint": fingerprint_of(parse(text)).hex()}


def derivation(i):  # 6
    secret, print_ = bytes.fromhex(i["secret"]), bytes.fromhex(i["fingerprint"])
    derived = key(secret, i["purpose"], i["scope"], i["field"], print_)
    return {"key": derived.hex(), "key_check": check_value(secret)}


def secret_file(i):  # 5
    secret = bytes.fromhex(i["secret"])
    return {"linkage_secret": 1, "key_check": check_value(secret), "secret": base64.b64encode(secret).decode()}


def match_key(i):  # 8
    texts = [(p["form"], key_text(p["form"], p["values"])) for p in i["parts"]]
    missing = any(text is None for _, text in texts)
    token = "" if missing else key_token(bytes.fromhex(i["key"]), texts).hex()
    return {"texts": ["" if text is None else text for _, text in texts], "token": token}


def view_tokens(i):  # 9
    texts = token_texts(i["tokens"], i["value"])
    mac_key = bytes.fromhex(i["key"])
    return {"texts": texts, "digests": [view_digest(mac_key, i["tokens"], text).hex() for text in texts]}


def filter(i):  # 10
    tokens = [(bytes.fromhex(t["digest"]), t["positions"]) for t in i["tokens"]]
    return {"positions": [Stream(d).draw(n, i["bits"]) for d, n in tokens],
            "filter": as_bytes(filter_of(tokens, i["bits"]), i["bits"]).hex()}


def diffusion(i):  # 11
    data = bytes.fromhex(i["filter"])
    matrix = taps_of(bytes.fromhex(i["seed"]), i["taps"], 8 * len(data), i["code_bits"])
    return {"first_taps": matrix[:3], "code": as_bytes(code_of(matrix, ones_of(data)), i["code_bits"]).hex()}


def record(i):  # 12
    tokens = [bytes.fromhex(t) if t else None for t in i["tokens"]]
    codes = [bytes.fromhex(c) for c in i["codes"]]
    return {"record": record_bytes(i["local_id"], i["presence"], tokens, codes).hex()}


def sealed(i):  # 13
    agreement = parse((HERE / i["agreement"]).read_text("utf-8"))
    secret = bytes.fromhex(i["secret"])
    encoder = Encoder(agreement, secret)
    header = {"agreement": agreement, "deduplicated": i["deduplicated"], "fingerprint": encoder.print.hex(),
              "key_check": check_value(secret), "normaliser": agreement["normaliser"],
              "protection": {"cipher": "none", "signature": "none"}, "provider": i["provider"]}
    return {"file": sealed_file(header, [encoder.record(p) for p in i["people"]], i["counts"]).hex()}


def clk(i):  # 17
    keys = clk_keys(i["schema"]["clkConfig"]["kdf"], i["secret"].encode(), len(i["schema"]["features"]))
    return {"clks": [clk_of(i["schema"], row, keys) for row in i["rows"]]}


FILES = {"hmac-sha-256": hmac_sha_256, "hkdf": hkdf, "canonical-json": canonical_json, "fingerprint": fingerprint,
         "derivation": derivation, "secret-file": secret_file, "match-key": match_key, "view-tokens": view_tokens,
         "filter": filter, "diffusion": diffusion, "record": record, "sealed": sealed,
         "clk": clk}


def main(write):
    differing = cases = 0
    for name, compute in FILES.items():
        path = HERE / (name + ".json")
        vectors = json.loads(path.read_text("utf-8"))
        assert vectors["cases"], name + " holds no case"
        for case in vectors["cases"]:
            computed, cases = compute(case["in"]), cases + 1
            if write and not vectors.get("published"):
                case["out"] = computed
            elif case.get("out") != computed:
                differing += 1
                print("%s: %s differs" % (path.name, case["name"]), file=sys.stderr)
        if write:
            path.write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print("%d vectors in %d files, %d differ" % (cases, len(FILES), differing), file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] == ["--write"]))
