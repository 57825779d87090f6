"""The conformance kit of sealed files, sealed/, made and read a second time from docs/format.md, sections 13 and 16. check.py runs it.

Every file is made here, key by key and fault by fault, and then read as section 16 says; sealed/index.json tells what must come of it. All keys are
derived from their names, known to everybody, and good for nothing else.
"""
import base64
import json
import pathlib
import struct

import primitives as p
from check import block, canonical, fingerprint_of, message, parse, record_bytes, sha256, u16, u32

HERE = pathlib.Path(__file__).resolve().parent / "sealed"
CIPHER, SIGNATURE = "hpke-x25519/aes-256-gcm-stream", "ed25519"
MAGIC = b"linkage-sealed/1\n"
NONE = {"cipher": "none", "signature": "none"}
HEADER = {"agreement", "deduplicated", "fingerprint", "key_check", "normaliser", "protection", "provider"}
OPT_OUTS = {"local": False, "national": "exempt", "opted_in": False, "reason": "nobody in these files exists"}
FOOTER = {"faulty_values", "opted_out", "read", "rejected", "sealed"}


class Party:
    def __init__(self, name, variety=""):
        self.name = name
        self.signing, self.receiving = (sha256(b"linkage conformance kit, " + (variety + name + use).encode())
                                        for use in (" signing", " receiving"))
        self.card = {"linkage_card": 1, "name": name, "signing_key": p.ed25519_public(self.signing).hex(),
                     "receiving_key": p.x25519_public(self.receiving).hex()}
        keys = base64.b64encode(self.signing + self.receiving).decode()
        self.identity = {"linkage_identity": 1, "name": name, "keys": keys}


PARTIES = {"hub": Party("hub"), "gp": Party("gp"), "hospital": Party("hospital"),
           "other-hub": Party("hub", "other "), "stranger": Party("gp", "strange ")}
HUB, GP, HOSPITAL, OTHER_HUB, STRANGER = PARTIES.values()
TRUSTED = [GP, HOSPITAL]


def agreement(name="agreement.json"):
    return parse((HERE / name).read_text("utf-8"))


def records(count):
    return [record_bytes("row-%06d" % (i + 1), 3 - i % 2, [], [sha256(bytes([i])) * 2]) for i in range(count)]


# Making

def signed(party, digest):
    return p.ed25519_sign(party.signing, message("linkage/1", "sealed file", digest))


def header_of(agreed, provider, protection):
    return {"agreement": agreed, "deduplicated": True, "fingerprint": fingerprint_of(agreed).hex(), "key_check": "0123456789abcdef",
            "normaliser": agreed["normaliser"], "opt_outs": OPT_OUTS, "protection": protection, "provider": provider}


def counts(sealed):
    return {"read": sealed + 3, "opted_out": 1, "rejected": 2, "sealed": sealed, "faulty_values": 4}


def nonce(number, last):
    return bytes(3) + struct.pack(">Q", number) + bytes([last])


def plain(rows=3, agreed=None):
    body = MAGIC + block(canonical(header_of(agreed or agreement(), "gp", NONE)).encode())
    body += block(b"".join(records(rows))) + u32(0) + block(canonical(counts(rows)).encode())
    return body + sha256(body) + u16(0)


class Sealed:
    """A protected file in parts, each of which can be altered before the next is made of it."""

    def __init__(self, rows=3, chunk=65536, signer=GP, recipient=HUB, provider="gp", agreed=None, seed=b"1", told=None):
        self.signer = signer
        agreed = agreed or agreement()
        info = message("linkage/1", "sealed file", fingerprint_of(agreed), provider)
        ephemeral = sha256(b"linkage conformance kit, ephemeral " + seed)
        encapsulation, self.key = p.hpke_send(ephemeral, bytes.fromhex(recipient.card["receiving_key"]), info, b"linkage/1 key")
        protection = {"cipher": CIPHER, "signature": SIGNATURE, "recipient": dict(recipient.card), "signer": dict(signer.card),
                      "encapsulation": encapsulation.hex()}
        self.header = header_of(agreed, provider, protection)
        self.footer = counts(rows if told is None else told)
        stream = b"".join(records(rows))
        self.pieces = [stream[at:at + chunk] for at in range(0, len(stream), chunk)] or [b""]
        self.chunks = [self.encrypted(n, n == len(self.pieces) - 1) for n in range(len(self.pieces))]

    def associated(self):
        return sha256(MAGIC + block(canonical(self.header).encode()))

    def encrypted(self, number, last, piece=None):
        data = self.pieces[number] if piece is None else piece
        return p.gcm_encrypt(self.key, nonce(number, last), self.associated(), data)

    def with_(self, change):
        change(self)
        return self

    def body(self):
        body = MAGIC + block(canonical(self.header).encode())
        return body + b"".join(map(block, self.chunks)) + u32(0) + block(canonical(self.footer).encode())

    def file(self, by=None):
        digest = sha256(self.body())
        return self.body() + digest + u16(64) + signed(by or self.signer, digest)


def flipped(data, at):
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def redigested(data, old):
    """What somebody can do who holds no key: alter, and compute the digest anew."""
    end = len(data) - 98
    return data[:end] + sha256(data[:end]) + old[-66:]


def files():
    """Name, bytes, reader or none, what must come of it, and why."""
    good, parts = Sealed().file(), lambda **how: Sealed(rows=5, chunk=100, **how)
    at_chunk = len(good) - 98 - len(block(canonical(counts(3)).encode())) - 4 - 100
    edit = lambda change, **how: parts(**how).with_(change).file()

    def protection(change, reencrypt=False):
        sealed = Sealed()
        change(sealed.header["protection"])
        if reencrypt:
            sealed.chunks = [sealed.encrypted(0, True)]
        return sealed.file()

    def header(change):
        sealed = Sealed()
        change(sealed.header)
        return sealed.file()

    other = agreement("other-agreement.json")
    yield "plain", plain(), None, 3, "neither encrypted nor signed, and read without an identity"
    yield "plain-empty", redone(plain(0)), None, 0, "the same without a record"
    yield "good", good, "hub", 3, "encrypted to the hub and signed by the provider"
    yield "good-chunks", parts().file(), "hub", 5, "records across chunks of a hundred bytes"
    yield "good-full-last-chunk", Sealed(rows=2, chunk=80 * 2 - 2).file(), "hub", 2, "the last chunk is as long as the others"
    yield "good-empty", Sealed(rows=0).file(), "hub", 0, "no record: one empty chunk, which is the last"
    yield "good-other-agreement", Sealed(agreed=other).file(), "hub", 3, "whole by itself, and under another agreement than good.sealed"
    yield "good-hospital", Sealed(signer=HOSPITAL, provider="hospital", seed=b"2").file(), "hub", 3, "of another provider"

    yield "protected-without-identity", good, None, "identity", "good.sealed, read without an identity"
    yield "plain-with-identity", plain(), "hub", "unprotected", "plain.sealed, read with an identity"
    yield "foreign-recipient", Sealed(recipient=OTHER_HUB).file(), "hub", "recipient", "encrypted to another hub of that name"
    yield "foreign-signer", Sealed(signer=STRANGER).file(), "hub", "signer", "signed by a stranger who goes by the provider's name"
    yield "signer-of-another-name", Sealed(signer=HOSPITAL).file(), "hub", "signer-name", "signed by a trusted provider for another"

    yield "changed-magic", flipped(good, 3), "hub", "magic", "a bit of the first line"
    yield "changed-header", flipped(good, 900), "hub", "changed", "a bit of the header"
    yield "changed-chunk", flipped(good, at_chunk), "hub", "changed", "a bit of a chunk"
    yield "changed-footer", flipped(good, -110), "hub", "changed", "a bit of the footer"
    yield "changed-digest", flipped(good, -70), "hub", "changed", "a bit of the digest"
    yield "changed-signature", flipped(good, -1), "hub", "signature", "a bit of the signature"
    yield "redigested-chunk", redigested(flipped(good, at_chunk), good), "hub", "signature", "a bit of a chunk, and the digest made to fit"
    yield "redigested-header", redigested(good.replace(b'"deduplicated":true', b'"deduplicated":"no"'), good), "hub", "header", "a header of another form, and the digest made to fit"
    yield "redigested-counts", redigested(good.replace(b'"opted_out":1,"read":6', b'"opted_out":2,"read":7'), good), "hub", "signature", "other counts that add up, and the digest made to fit"
    yield "signed-by-another", Sealed().file(by=STRANGER), "hub", "signature", "the provider's card, another's signature"
    yield "signature-missing", good[:-66] + u16(0), "hub", "signature", "no signature"
    yield "signature-short", good[:-66] + u16(63) + good[-64:-1], "hub", "signature-length", "a signature of 63 bytes"
    yield "cut-in-header", good[:200], "hub", "cut", "the first 200 bytes"
    yield "cut-in-chunk", good[:at_chunk], "hub", "cut", "ends within a chunk"
    yield "cut-before-signature", good[:-66], "hub", "cut", "ends after the digest"
    yield "cut-in-signature", good[:-1], "hub", "cut", "all but the last byte"
    yield "bytes-after-end", good + b"\0", "hub", "end", "a byte more"
    yield "plain-bytes-after-end", plain() + b"\0", None, "end", "a byte more"
    yield "plain-with-signature", plain()[:-2] + u16(64) + bytes(64), None, "end", "a signature that the header does not tell of"
    yield "block-too-long", MAGIC + u32(2 ** 31) + good[21:], "hub", "length", "a header of a length that cannot be"
    yield "chunk-too-long", edit(lambda s: s.chunks.insert(0, bytes(65553))), "hub", "length", "a chunk of 65,553 bytes"

    yield "reordered", edit(lambda s: s.chunks.insert(0, s.chunks.pop(1))), "hub", "chunk", "the first two chunks change places, signed anew by the provider"
    yield "dropped", edit(lambda s: s.chunks.pop(1)), "hub", "chunk", "the second chunk is missing, signed anew"
    yield "repeated", edit(lambda s: s.chunks.insert(1, s.chunks[0])), "hub", "chunk", "the first chunk comes twice, signed anew"
    yield "truncated", edit(lambda s: s.chunks.pop()), "hub", "chunk", "the last chunk is missing, signed anew"
    yield "truncated-whole", edit(lambda s: s.chunks.clear()), "hub", "last-chunk", "all chunks are missing, signed anew"
    yield "not-marked-last", edit(lambda s: s.chunks.append(s.encrypted(3, False, s.pieces[s.chunks.pop() and 3]))), "hub", "chunk", "the last chunk is not encrypted as the last"
    yield "marked-last-too-early", edit(lambda s: s.chunks.__setitem__(1, s.encrypted(1, True))), "hub", "chunk", "the second chunk is encrypted as the last"
    yield "spliced", edit(lambda s: s.chunks.__setitem__(1, parts(seed=b"3").chunks[1])), "hub", "chunk", "the second chunk is of another file of the same records, signed anew"
    yield "changed-chunk-signed", edit(lambda s: s.chunks.__setitem__(2, flipped(s.chunks[2], 5))), "hub", "chunk", "a bit of the third chunk, signed anew"
    yield "empty-last-chunk", edit(lambda s: s.chunks.__setitem__(slice(3, 4), [s.encrypted(3, False), s.encrypted(3, False, b"")])), "hub", "chunk-length", "an empty chunk after others"
    yield "chunk-too-short", edit(lambda s: s.chunks.__setitem__(1, bytes(15))), "hub", "chunk-length", "a chunk shorter than its tag"
    yield "other-header-signed", header(lambda h: h.update(deduplicated=False)), "hub", "chunk", "another header before the same chunks, signed anew"
    yield "other-agreement-signed", header(lambda h: h.update(agreement=other, fingerprint=fingerprint_of(other).hex())), "hub", "chunk", "another agreement before the same chunks, signed anew"
    yield "other-fingerprint", header(lambda h: h.update(fingerprint=fingerprint_of(other).hex())), "hub", "fingerprint", "a fingerprint of another agreement than the one inside"
    yield "other-encapsulation", protection(lambda x: x.update(encapsulation=p.x25519_public(bytes(32)).hex()), True), "hub", "chunk", "an encapsulated key of which the chunks know nothing"
    yield "no-encapsulation", protection(lambda x: x.update(encapsulation="00" * 32), True), "hub", "encapsulation", "an encapsulated key that is no point of the curve's group"
    yield "short-encapsulation", protection(lambda x: x.update(encapsulation="00" * 31)), "hub", "encapsulation", "an encapsulated key of 31 bytes"
    yield "unknown-cipher", protection(lambda x: x.update(cipher="rot13")), "hub", "cipher", "a cipher that this version does not know"
    yield "encrypted-not-signed", protection(lambda x: x.update(signature="none")), "hub", "signature-kind", "encrypted, and by its header not signed"
    yield "no-card", protection(lambda x: x["signer"].update(signing_key="00")), "hub", "card", "a card without a key"
    yield "more-in-protection", protection(lambda x: x.update(colour="blue")), "hub", "header", "a property more"
    yield "more-in-card", protection(lambda x: x["recipient"].update(linkage_card=2)), "hub", "header", "a card of another version"
    yield "more-records-than-counted", Sealed(rows=3, told=2).file(), "hub", "more", "three records, counted as two"
    yield "fewer-records-than-counted", Sealed(rows=3, told=4).file(), "hub", "fewer", "three records, counted as four"


def redone(data):
    """A plain file without records has no chunk at all."""
    body = data[:-34].replace(u32(0) + u32(0), u32(0), 1)
    return body + sha256(body) + u16(0)


# Reading

class Refused(Exception):
    pass


def require(good, rule):
    if not good:
        raise Refused(rule)


class Input:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        require(len(self.data) - self.at >= count, "cut")
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self, count=4):
        return int.from_bytes(self.take(count), "big")

    def block(self):
        length = self.number()
        require(0 < length <= 2 ** 20, "length")
        return self.take(length)


def read(data, reader, trusted=TRUSTED):
    """The number of records, or Refused with the rule that the file breaks."""
    source = Input(data)
    require(source.take(17) == MAGIC, "magic")
    raw_header = source.block()
    before_chunks, chunks = source.at, []
    length = source.number()
    while length:
        require(length <= 65552, "length")
        chunks.append(source.take(length))
        length = source.number()
    raw_footer, body = source.block(), data[:source.at]
    digest, length = source.take(32), source.number(2)
    require(length in (0, 64), "signature-length")
    signature = source.take(length)
    require(sha256(body) == digest, "changed")
    require(source.at == len(data), "end")
    header, signing = heading(raw_header), signature
    kind = header["protection"]
    if kind == NONE:
        require(not signing, "end")
    else:
        require(p.ed25519_verifies(bytes.fromhex(kind["signer"]["signing_key"]), message("linkage/1", "sealed file", digest), signing), "signature")
    footer = tree(raw_footer)
    require(set(footer) == FOOTER and footer["read"] == footer["opted_out"] + footer["rejected"] + footer["sealed"], "footer")
    if reader is None:
        require(kind == NONE, "identity")
        stream = b"".join(chunks)
    else:
        require(kind != NONE, "unprotected")
        stream = opened(header, chunks, sha256(data[:before_chunks]), PARTIES[reader], trusted)
    return counted(stream, footer["sealed"])


def tree(raw):
    try:
        value = parse(raw.decode("utf-8"))
    except ValueError:
        raise Refused("header")
    require(canonical(value).encode() == raw, "header")
    return value


def heading(raw):
    header = tree(raw)
    kind = header.get("protection", {})
    require(kind.get("cipher") in ("none", CIPHER), "cipher")
    require(kind.get("signature") == ("none" if kind["cipher"] == "none" else SIGNATURE), "signature-kind")
    if kind != NONE:
        require(is_hex(kind.get("encapsulation"), 32), "encapsulation")
        for who in ("recipient", "signer"):
            require(is_hex(kind[who]["signing_key"], 32) and is_hex(kind[who]["receiving_key"], 32), "card")
            require(set(kind[who]) == set(HUB.card) and kind[who]["linkage_card"] == 1, "header")
        require(set(kind) == {"cipher", "signature", "recipient", "signer", "encapsulation"}, "header")
    require(set(header) - {"opt_outs"} == HEADER and isinstance(header["deduplicated"], bool), "header")
    require(fingerprint_of(header["agreement"]).hex() == header["fingerprint"], "fingerprint")
    return header


def is_hex(text, length):
    return isinstance(text, str) and len(text) == 2 * length and set(text) <= set("0123456789abcdef")


def opened(header, chunks, associated, reader, trusted):
    kind = header["protection"]
    require(kind["signer"] in [party.card for party in trusted], "signer")
    require(kind["signer"]["name"] == header["provider"], "signer-name")
    require(kind["recipient"] == reader.card, "recipient")
    encapsulation = bytes.fromhex(kind["encapsulation"])
    require(any(p.x25519(reader.receiving, encapsulation)), "encapsulation")
    info = message("linkage/1", "sealed file", bytes.fromhex(header["fingerprint"]), header["provider"])
    key, stream = p.hpke_receive(reader.receiving, encapsulation, info, b"linkage/1 key"), b""
    require(chunks, "last-chunk")
    for number, chunk in enumerate(chunks):
        require(len(chunk) > 16 or len(chunk) == 16 and len(chunks) == 1, "chunk-length")
        piece = p.gcm_decrypt(key, nonce(number, number == len(chunks) - 1), associated, chunk)
        require(piece is not None, "chunk")
        stream += piece
    return stream


def counted(stream, sealed):
    """Records of the kit's agreements have no match key and one code of 64 bytes."""
    source, count = Input(stream), 0
    while source.at < len(stream):
        try:
            id_length = source.number(2)
            require(1 <= id_length <= 200, "record")
            source.take(id_length + 4 + 64)
        except Refused as refused:
            raise Refused("fewer" if str(refused) == "cut" else str(refused))
        count += 1
    require(count >= sealed, "fewer")
    require(count <= sealed, "more")
    return count


# Checking

def index(made):
    return {"about": "docs/format.md, section 13.3", "agreements": ["agreement.json", "other-agreement.json"],
            "parties": {name: party.identity for name, party in PARTIES.items()}, "trusted": ["gp", "hospital"],
            "files": [dict({"file": name + ".sealed", "reader": reader, "why": why},
                           **({"accept": must} if isinstance(must, int) else {"refuse": must}))
                      for name, _, reader, must, why in made],
            "together": [{"files": ["good.sealed", "good-hospital.sealed"], "accept": 6},
                         {"files": ["good-hospital.sealed", "good-other-agreement.sealed"], "refuse": "agreement"},
                         {"files": ["good.sealed", "good.sealed"], "refuse": "provider"}]}


def check(write):
    """Files in the kit, and names of those that differ or are not read as they must be."""
    made, differing = list(files()), []
    for name, data, reader, must, _ in made:
        try:
            came = read(data, reader)
        except Refused as refused:
            came = str(refused)
        if came != must:
            differing.append("%s.sealed: must be %s, was %s" % (name, must, came))
    texts = {name + ".sealed": data for name, data, *_ in made}
    texts["index.json"] = (json.dumps(index(made), indent=1) + "\n").encode()
    for name, data in texts.items():
        path = HERE / name
        if write:
            path.write_bytes(data)
        elif not path.exists() or path.read_bytes() != data:
            differing.append(name + " differs")
    differing += sorted(path.name + " is not of the kit" for path in HERE.glob("*.sealed") if path.name not in texts)
    return len(made), differing
