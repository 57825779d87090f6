#!/usr/bin/env python3
"""The golden vectors, computed a second time from docs/format.md with the Python 3 standard library alone.

    python3 check.py            verifies every vector; exits with 1 and names each that differs
    python3 check.py --write    writes the computed answers, but for published ones ("published": true)
    python3 check.py --propose  first has Profile2026 propose profile-2026.json anew (by Maven), then likewise

Each FILE.json holds cases of {"name", "in", "out"}. The function of the same name below makes "out" from "in"; its
comment is the section of docs/format.md that it follows. The conformance kit of sealed files is checked by kit.py beside it.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
from datetime import date
from decimal import Decimal

sys.dont_write_bytecode = True
import primitives

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parents[1] / "linkage-core/src/main/resources/uk/linkage/provider"
NICKNAMES = TABLES / "person/nicknames.txt"
TRANSITIONS = TABLES / "tokenise/transitions.txt"


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


# 5 Secret file

def binding_check(secret, project, epoch, providers):
    return key(secret, "binding", project, str(epoch), sha256(message(*providers)))[:16].hex()


# 8 Match-key tokens

def table(path):
    lines = path.read_text("ascii").splitlines()
    return [line.split(": ") for line in lines if line.strip() and not line.startswith("#")]


def full_name(forename):
    first = forename.split(" ")[0]
    return {name: full for full, names in table(NICKNAMES) for name in names.split(" ")}.get(first, first)


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
        return full_name(value)
    if form in DATE_FORMS:
        return date_text(form, dict(zip(("year", "month", "day"), value.split("-"))))
    if form == "sector":
        return value[:-2]
    if form == "district":
        return value[:-3]
    return soundex_of(joined) if all("A" <= c <= "Z" for c in joined) else None


DATE_FORMS = {"day-month": ("day", "month"), "day-year": ("year", "day"), "month-year": ("year", "month"),
              "year": ("year",)}


def date_text(form, date_parts_by_name):
    """The parts as numbers; where only the order tells day from month the smaller comes first."""
    wanted = [date_parts_by_name[name] for name in DATE_FORMS[form]]
    if any("X" in part for part in wanted):
        return None
    numbers = [int(part) for part in wanted]
    return "-".join(map(str, sorted(numbers) if form == "day-month" else numbers))


def is_date(value):
    return len(value) == 10 and value[4] == value[7] == "-" and not set(value) - set("0123456789X-")


def key_token(mac_key, texts):
    return mac(mac_key, message(*[x for form, text in texts for x in (form, text)]))[:16]


# 9 View tokens

BIGRAMS = {"kind": "grams", "q": 2, "padded": True, "positional": False, "skip": 0}


def grams(text, chosen):
    """Characters are code points, as Python has them."""
    if not text:
        return []
    pad, q = "_" * (chosen["q"] - 1) if chosen["padded"] else "", chosen["q"]
    text = pad + text + pad
    found = [(i, text[i:i + q]) for i in range(max(1, len(text) - q + 1))]
    for skip in range(1, chosen["skip"] + 1):
        found += [(i, text[i] + "*" * skip + text[i + skip + 1]) for i in range(len(text) - skip - 1)]
    return ["%d:%s" % (i + 1, gram) if chosen["positional"] else gram for i, gram in found]


def date_parts(value):
    known = dict(zip("YMD", value.split("-")))
    return [name + "".join("-%d" % int(known[part]) for part in name)
            for name in ["Y", "M", "D", "YM", "MD", "YD"] if not any("X" in known[part] for part in name)]


def around(middle, step, count):
    return [str(middle + i * step) for i in range(-count, count + 1)]


def date_neighbourhood(value, days):
    if "X" in value:
        return []
    return around(date(*map(int, value.split("-"))).toordinal() - date(1970, 1, 1).toordinal(), 1, days)


def number_neighbourhood(value, step, count):
    if not 1 <= len(value) <= 15 or set(value) - set("0123456789"):
        return []
    return around(int(value) // step * step, step, count)


def postcode_parts(value):
    area = value[:2] if value[1].isalpha() else value[:1]
    return ["A-" + area, "D-" + value[:-3], "S-" + value[:-2], "U-" + value]


def nysiis_of(name):
    for ends, old, new in [(False, ["MAC"], "MCC"), (False, ["KN"], "NN"), (False, ["K"], "C"),
                           (False, ["PH", "PF"], "FF"), (False, ["SCH"], "SSS"),
                           (True, ["EE", "IE"], "Y"), (True, ["DT", "RT", "RD", "NT", "ND"], "D")]:
        for piece in old:
            if (name.endswith if ends else name.startswith)(piece):
                name = name[:-len(piece)] + new if ends else new + name[len(piece):]
                break
    letters, key = list(name), name[0]
    for i in range(1, len(letters)):
        now = nysiis_step(letters[i - 1], "".join(letters[i:i + 3]))
        letters[i:i + len(now)] = now
        if letters[i] != letters[i - 1]:
            key += letters[i]
    if len(key) > 1:
        key = key[:-1] if key[-1] == "S" else key
        key = key[:-2] + "Y" if len(key) > 2 and key.endswith("AY") else key
        key = key[:-1] if key[-1] == "A" else key
    return key[:6]


def nysiis_step(before, rest):
    vowels, after = "AEIOU", rest[1:2] or " "
    for old, new in [("EV", "AF"), ("A", "A"), ("E", "A"), ("I", "A"), ("O", "A"), ("U", "A"), ("Q", "G"), ("Z", "S"),
                     ("M", "N"), ("KN", "NN"), ("K", "C"), ("SCH", "SSS"), ("PH", "FF")]:
        if rest.startswith(old):
            return new
    if rest[0] == "H" and not (before in vowels and after in vowels) or rest[0] == "W" and before in vowels:
        return before
    return rest[0]


def phonetic(value, algorithm):
    code = {"soundex": soundex_of, "nysiis": nysiis_of}[algorithm]
    codes = [code(part) for part in value.split(" ") if all("A" <= c <= "Z" for c in part)]
    return [found for found in codes if found]


def markov_bigrams(value, chain):
    pairs, follow = grams(value.replace(" ", ""), BIGRAMS), dict(table(TRANSITIONS))
    return list(dict.fromkeys(pairs + [p[1] + c for p in pairs for c in follow.get(p, "")[:chain]]))


def token_texts(tokens, value):
    words, joined = value.split(" "), value.replace(" ", "")
    if isinstance(tokens, str):
        return {
            "whole": lambda: [value],
            "bigrams": lambda: grams(joined, BIGRAMS),
            "date-parts": lambda: date_parts(value),
            "numbers": lambda: [w for w in words if w[0] in "0123456789"],
            "letters": lambda: grams("".join(w for w in words if w[0] not in "0123456789"), BIGRAMS),
            "postcode-parts": lambda: postcode_parts(value),
            "nickname": lambda: [full_name(value)],
        }[tokens]()
    return {
        "grams": lambda t: grams(joined, t),
        "date-neighbourhood": lambda t: date_neighbourhood(value, t["days"]),
        "number-neighbourhood": lambda t: number_neighbourhood(value, t["step"], t["count"]),
        "code-hierarchy": lambda t: [value[:cut] for cut in t["cuts"] if cut < len(value)] + [value],
        "phonetic": lambda t: phonetic(value, t["algorithm"]),
        "markov-bigrams": lambda t: markov_bigrams(value, t["chain"]),
    }[tokens["kind"]](tokens)


def view_digest(mac_key, tokens, text, salt=()):
    """salt: empty, or form and text."""
    return mac(mac_key, message(tokens if isinstance(tokens, str) else canonical(tokens), text, *salt))


def salt_text(form, value):
    """value: the normal form of the salt's field, None where missing."""
    whole = key_text("whole", [value])
    return "" if whole is None else whole[:4] if form == "year" else whole


def budgeted(feature, digests):
    """Digest and positions of each distinct token that has any."""
    if "positions" in feature:
        return [(digest, feature["positions"]) for digest in digests]
    distinct = sorted(set(digests))
    least, more = divmod(feature["bits"], max(1, len(distinct)))
    return [(digest, n) for digest, n in ((d, least + (i < more)) for i, d in enumerate(distinct)) if n]


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


def parity(bits):
    return sum(bits) % 2


def taps_of(seed, taps, filter_bits, code_bits):
    stream = Stream(seed)
    return [stream.draw(taps, filter_bits) for _ in range(code_bits)]


def code_of(matrix, ones):
    return {bit for bit, row in enumerate(matrix) if parity(tap in ones for tap in row)}


def permutation_of(seed, bits):
    stream, order = Stream(seed), list(range(bits))
    for i in range(bits - 1, 0, -1):
        j, = stream.draw(1, i + 1)
        order[i], order[j] = order[j], order[i]
    return order


def reordered(order, x):
    return [x[p] for p in order]


def folded(x, times):
    width = len(x) >> times
    return [parity(x[i::width]) for i in range(width)]


def neighbours(x):
    return [x[i - 1] ^ x[(i + 1) % len(x)] for i in range(len(x))]


def answered(x, flip, random):
    below = int(Decimal(flip) * 2 ** 32)
    return [bit ^ (r < below) for bit, r in zip(x, struct.unpack(">%dI" % len(x), random))]


class Step:
    """One step of the hardening of a view: a function from bits to bits, as lists of 0 and 1."""

    def __init__(self, step, seed, bits):
        self.kind, self.step = step["kind"], step
        self.bits = {"diffusion": step.get("code_bits"), "balancing": 2 * bits,
                     "xor-fold": bits >> step.get("times", 0)}.get(self.kind, bits)
        if self.kind == "diffusion":
            self.matrix = taps_of(seed, step["taps"], bits, step["code_bits"])
        elif self.kind in ("permutation", "balancing"):
            self.order = permutation_of(seed, self.bits)

    def __call__(self, x):
        if self.kind == "diffusion":
            return [parity(x[tap] for tap in row) for row in self.matrix]
        if self.kind == "permutation":
            return reordered(self.order, x)
        if self.kind == "balancing":
            return reordered(self.order, x + [1 - bit for bit in x])
        if self.kind == "xor-fold":
            return folded(x, self.step["times"])
        assert self.kind == "rule-90", "randomised-response has no one answer"
        return neighbours(x)


def bits_of(data):
    return [byte >> j & 1 for byte in data for j in range(8)]


def bytes_of(bits):
    return as_bytes([i for i, bit in enumerate(bits) if bit], len(bits))


# 11 Broken constructions

def stream_bytes(seed, count):
    return b"".join(sha256(seed + u32(i)) for i in range(-(-count // 32)))[:count]


def tabulation_code(digests, seed, bits):
    numbers = struct.unpack(">%dQ" % (bits * 2048), stream_bytes(seed, bits * 2048 * 8))

    def hashed(bit, digest):
        total = 0
        for i in range(8):
            total ^= numbers[bit * 2048 + i * 256 + digest[i]]
        return total

    return [min(hashed(bit, d) for d in digests) & 1 if digests else 0 for bit in range(bits)]


def two_step_numbers(digests, seed, columns, rows):
    grid = [[0] * rows for _ in range(columns)]
    for digest in digests:
        for i, column in enumerate(struct.unpack(">%dH" % rows, stream_bytes(digest, 2 * rows))):
            grid[column % columns][i] = 1
    filled = [column + [0] * (-rows % 8) for column in grid]
    return [mac(seed, u32(c) + bytes_of(column))[:8] for c, column in enumerate(filled) if any(column)]


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
        self.chains = {v["name"]: self.chain(v["name"]) for v in agreement["views"]}

    def chain(self, view):
        steps, bits = [], self.agreement["encoding"]["filter_bits"]
        for place, step in enumerate(self.agreement["encoding"]["hardening"]):
            steps.append(Step(step, key(self.secret, step["kind"], view, str(place), self.print), bits))
            bits = steps[-1].bits
        return steps

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
        salt = view.get("salt")
        salt = (salt["form"], salt_text(salt["form"], values.get(salt["field"]))) if salt else ()
        digests = [d for name in view["components"] for f in self.components[name]["features"]
                   for d in self.digests(view["name"], f, values.get(f["field"]), salt)]
        filter_bits = self.agreement["encoding"]["filter_bits"]
        bits = bits_of(as_bytes(filter_of(digests, filter_bits), filter_bits))
        for step in self.chains[view["name"]]:
            bits = step(bits)
        return bytes_of(bits)

    def digests(self, view, feature, value, salt):
        if value is None:
            return []
        mac_key = key(self.secret, "view", view, feature["field"], self.print)
        texts = token_texts(feature["tokens"], value)
        return budgeted(feature, [view_digest(mac_key, feature["tokens"], text, salt) for text in texts])


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
    file = {"linkage_secret": 1}
    if "project" in i:
        what_for = {name: i[name] for name in ("project", "epoch", "providers")}
        file = {"linkage_secret": 2, **what_for, "binding_check": binding_check(secret, **what_for)}
    return {**file, "key_check": check_value(secret), "secret": base64.b64encode(secret).decode()}


def times(a, b):  # 21: in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1
    product = 0
    for bit in range(8):
        product ^= a << bit if b >> bit & 1 else 0
    for bit in range(14, 7, -1):
        product ^= 0x11b << bit - 8 if product >> bit & 1 else 0
    return product


def shamir(i):  # 21
    terms = [bytes.fromhex(i["secret"])] + [bytes.fromhex(c) for c in i["coefficients"]]
    shares = []
    for index in range(1, i["shares"] + 1):
        share = bytes(len(terms[0]))
        for term in reversed(terms):
            share = bytes(times(s, index) ^ t for s, t in zip(share, term))
        shares.append(share.hex())
    return {"shares": shares}


def match_key(i):  # 8
    texts = [(p["form"], key_text(p["form"], p["values"])) for p in i["parts"]]
    missing = any(text is None for _, text in texts)
    token = "" if missing else key_token(bytes.fromhex(i["key"]), texts).hex()
    return {"texts": ["" if text is None else text for _, text in texts], "token": token}


def view_tokens(i):  # 9
    texts = token_texts(i["tokens"], i["value"])
    mac_key = bytes.fromhex(i["key"])
    salt = (i["salt"]["form"], salt_text(i["salt"]["form"], i["salt"]["value"])) if "salt" in i else ()
    digests = [view_digest(mac_key, i["tokens"], text, salt) for text in texts]
    out = {"texts": texts, "digests": [digest.hex() for digest in digests]}
    if "bits" in i:
        given = dict(budgeted(i, digests))
        out["positions"] = [given.get(digest, 0) for digest in digests]
    return out


def filter(i):  # 10
    tokens = [(bytes.fromhex(t["digest"]), t["positions"]) for t in i["tokens"]]
    return {"positions": [Stream(d).draw(n, i["bits"]) for d, n in tokens],
            "filter": as_bytes(filter_of(tokens, i["bits"]), i["bits"]).hex()}


def diffusion(i):  # 11
    data = bytes.fromhex(i["filter"])
    matrix = taps_of(bytes.fromhex(i["seed"]), i["taps"], 8 * len(data), i["code_bits"])
    return {"first_taps": matrix[:3], "code": as_bytes(code_of(matrix, ones_of(data)), i["code_bits"]).hex()}


def permutation(i):  # 11
    bits = bits_of(bytes.fromhex(i["filter"]))
    order = permutation_of(bytes.fromhex(i["seed"]), len(bits))
    return {"order": order, "code": bytes_of(reordered(order, bits)).hex()}


def balancing(i):  # 11
    bits = bits_of(bytes.fromhex(i["filter"]))
    return {"code": bytes_of(Step({"kind": "balancing"}, bytes.fromhex(i["seed"]), len(bits))(bits)).hex()}


def xor_fold(i):  # 11
    return {"code": bytes_of(folded(bits_of(bytes.fromhex(i["filter"])), i["times"])).hex()}


def rule_90(i):  # 11
    return {"code": bytes_of(neighbours(bits_of(bytes.fromhex(i["filter"])))).hex()}


def randomised_response(i):  # 11
    bits = bits_of(bytes.fromhex(i["filter"]))
    return {"code": bytes_of(answered(bits, i["flip"], bytes.fromhex(i["random"]))).hex()}


def tabulation_min_hash(i):  # 11, broken constructions
    digests = [bytes.fromhex(d) for d in i["digests"]]
    return {"code": bytes_of(tabulation_code(digests, bytes.fromhex(i["seed"]), i["bits"])).hex()}


def two_step_hash(i):  # 11, broken constructions
    digests = [bytes.fromhex(d) for d in i["digests"]]
    numbers = two_step_numbers(digests, bytes.fromhex(i["seed"]), i["columns"], i["rows"])
    return {"numbers": [number.hex() for number in numbers]}


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
    if "opt_outs" in i:
        header["opt_outs"] = {"national": "exempt" if "reason" in i["opt_outs"] else "cleaned", **i["opt_outs"]}
    return {"file": sealed_file(header, [encoder.record(p) for p in i["people"]], i["counts"]).hex()}


def x25519(i):  # RFC 7748
    return {"shared": primitives.x25519(bytes.fromhex(i["scalar"]), bytes.fromhex(i["point"])).hex()}


def ed25519(i):  # RFC 8032
    private, data = bytes.fromhex(i["private"]), bytes.fromhex(i["data"])
    public, signature = primitives.ed25519_public(private), primitives.ed25519_sign(private, data)
    assert primitives.ed25519_verifies(public, data, signature) and not primitives.ed25519_verifies(public, data + b"x", signature)
    return {"public": public.hex(), "signature": signature.hex()}


def aes_256_gcm(i):  # NIST SP 800-38D
    parts = [bytes.fromhex(i[part]) for part in ("key", "nonce", "associated", "data")]
    encrypted = primitives.gcm_encrypt(*parts)
    assert primitives.gcm_decrypt(*parts[:3], encrypted) == parts[3]
    return {"encrypted": encrypted.hex()}


def hpke_export(i):  # RFC 9180
    return {"exported": primitives.hpke_receive(*(bytes.fromhex(i[p]) for p in ("private", "encapsulation", "info", "context"))).hex()}


def clk(i):  # 17
    keys = clk_keys(i["schema"]["clkConfig"]["kdf"], i["secret"].encode(), len(i["schema"]["features"]))
    return {"clks": [clk_of(i["schema"], row, keys) for row in i["rows"]]}


def open_digest(i):  # 18
    values = "".join(i["values"][name] for name in sorted(i["values"], key=lambda n: n.swapcase().encode("utf-16-be")))
    salt = i["salt"].strip("".join(map(chr, range(33))))
    plain = values.translate({ord(c): None for c in "\r\n\t "})
    return {"digest": sha256((plain + salt).encode()).hex().upper()}


def withdrawn_record(i):  # 26
    return {"tag": mac(bytes.fromhex(i["salt"]), message(i["provider"], i["local_id"]))[:16].hex()}


def rekey(i):  # 28
    left, right = bytes.fromhex(i["from_key"]), bytes.fromhex(i["to_key"])
    both = hkdf_sha256(left + right, b"linkage/1", message("linkage/1", "rekey", i["from"], i["to"]), 32)
    number = int.from_bytes(mac(both, i["study_id"].encode())[:10], "big")
    digits = [CROCKFORD[number >> shift & 31] for shift in range(75, -1, -5)]
    return {"study_id": "S" + "".join(digits), "from_key_check": mac(left, b"linkage/1 study key check")[:8].hex()}


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FILES = {"hmac-sha-256": hmac_sha_256, "hkdf": hkdf, "canonical-json": canonical_json, "fingerprint": fingerprint,
         "derivation": derivation, "secret-file": secret_file, "shamir": shamir, "match-key": match_key, "view-tokens": view_tokens,
         "filter": filter, "diffusion": diffusion,
         "permutation": permutation, "balancing": balancing, "xor-fold": xor_fold, "rule-90": rule_90,
         "randomised-response": randomised_response, "tabulation-min-hash": tabulation_min_hash,
         "two-step-hash": two_step_hash, "record": record, "sealed": sealed,
         "kit-x25519": x25519, "kit-ed25519": ed25519, "kit-aes-256-gcm": aes_256_gcm, "hpke-export": hpke_export,
         "clk": clk, "open-digest": open_digest, "withdrawn-record": withdrawn_record, "rekey": rekey}


def propose():
    """What the profile proposes is data, not a rule of this format: the Java test writes it and is then compared with it."""
    subprocess.run([shutil.which("mvn"), "-B", "-q", "-pl", "linkage-core", "-am", "test", "-Dtest=Profile2026Test",
                    "-Dsurefire.failIfNoSpecifiedTests=false", "-Dlinkage.vectors.propose=true"],
                   cwd=HERE.parents[1], check=True)


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
    import kit
    sealed_files, faults = kit.check(write)
    for fault in faults:
        print("sealed/" + fault, file=sys.stderr)
    differing += len(faults)
    print("%d vectors in %d files and %d sealed files, %d differ" % (cases, len(FILES), sealed_files, differing), file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--propose"]:
        propose()
    sys.exit(main(sys.argv[1:] in (["--write"], ["--propose"])))
