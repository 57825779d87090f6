"""What check.py needs and Python's standard library lacks, for checking small files only: slow, and open to whoever measures time.

X25519 (RFC 7748), Ed25519 (RFC 8032), AES-256 (FIPS 197) in GCM (NIST SP 800-38D), and the secret export of HPKE (RFC 9180) in base mode with
DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305. Published vectors of each are in x25519.json, ed25519.json, aes-256-gcm.json and
hpke-export.json.
"""
import hashlib
import hmac
import struct

P = 2 ** 255 - 19


# RFC 7748, section 5

def x25519(scalar, point):
    k = int.from_bytes(scalar, "little") & ~7 & (2 ** 254 - 1) | 2 ** 254
    x1 = int.from_bytes(point, "little") % 2 ** 255
    x2, z2, x3, z3, swapped = 1, 0, x1, 1, 0
    for t in range(254, -1, -1):
        bit = k >> t & 1
        if swapped != bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swapped = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def x25519_public(scalar):
    return x25519(scalar, (9).to_bytes(32, "little"))


# RFC 8032, section 5.1; points as (X, Y, Z, T)

L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def added(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(s, p):
    q = (0, 1, 1, 0)
    while s:
        if s & 1:
            q = added(q, p)
        p, s = added(p, p), s >> 1
    return q


def x_of(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y, 1, x_of(BASE_Y, 0) * BASE_Y % P)


def point_bytes(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y % 2 ** 255
    x = x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def hashed(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def expanded(seed):
    h = hashlib.sha512(seed).digest()
    return int.from_bytes(h[:32], "little") & ~7 & (2 ** 254 - 1) | 2 ** 254, h[32:]


def ed25519_public(seed):
    return point_bytes(times(expanded(seed)[0], BASE))


def ed25519_sign(seed, data):
    a, prefix = expanded(seed)
    public = point_bytes(times(a, BASE))
    r = hashed(prefix, data) % L
    commitment = point_bytes(times(r, BASE))
    s = (r + hashed(commitment, public, data) * a) % L
    return commitment + s.to_bytes(32, "little")


def ed25519_verifies(public, data, signature):
    if len(signature) != 64:
        return False
    a, r, s = point_of(public), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    left, right = times(s, BASE), added(r, times(hashed(signature[:32], public, data) % L, a))
    return point_bytes(left) == point_bytes(right)


# FIPS 197

def doubled(a):
    return a << 1 ^ (0x11b if a & 0x80 else 0)


def s_box():
    box, p, q = [0x63] * 256, 1, 1
    while True:
        p ^= doubled(p)
        q ^= q << 1
        q ^= q << 2
        q = (q ^ q << 4) & 0xff
        q ^= 9 if q & 0x80 else 0
        p &= 0xff
        box[p] = q ^ rotated(q, 1) ^ rotated(q, 2) ^ rotated(q, 3) ^ rotated(q, 4) ^ 0x63
        if p == 1:
            return box


def rotated(q, n):
    return (q << n | q >> 8 - n) & 0xff


SUB = s_box()


def round_keys(key):
    words, rcon = [list(key[i:i + 4]) for i in range(0, 32, 4)], 1
    for i in range(8, 60):
        word = words[i - 1]
        if i % 8 == 0:
            word = [SUB[b] for b in word[1:] + word[:1]]
            word[0] ^= rcon
            rcon = doubled(rcon)
        elif i % 8 == 4:
            word = [SUB[b] for b in word]
        words.append([a ^ b for a, b in zip(words[i - 8], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 60, 4)]


def aes_block(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for n in range(1, 15):
        state = [SUB[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if n < 14:
            state = sum((mixed(state[i:i + 4]) for i in range(0, 16, 4)), [])
        state = [a ^ b for a, b in zip(state, keys[n])]
    return bytes(state)


def mixed(c):
    whole = c[0] ^ c[1] ^ c[2] ^ c[3]
    return [c[i] ^ whole ^ doubled(c[i] ^ c[(i + 1) % 4]) for i in range(4)]


# NIST SP 800-38D, with a nonce of 12 bytes and a tag of 16

def gf_times(x, y):
    z = 0
    for i in range(127, -1, -1):
        if x >> i & 1:
            z ^= y
        y = y >> 1 ^ (0xe1 << 120 if y & 1 else 0)
    return z


def ghash(h, *parts):
    y = 0
    for part in parts:
        for i in range(0, len(part), 16):
            y = gf_times(y ^ int.from_bytes(part[i:i + 16].ljust(16, b"\0"), "big"), h)
    return gf_times(y ^ sum(8 * len(part) << shift for part, shift in zip(parts, (64, 0))), h)


def ctr(keys, nonce, data):
    stream = b"".join(aes_block(keys, nonce + struct.pack(">I", 2 + i)) for i in range((len(data) + 15) // 16))
    return bytes(a ^ b for a, b in zip(data, stream))


def gcm_tag(keys, nonce, associated, encrypted):
    h = int.from_bytes(aes_block(keys, bytes(16)), "big")
    mask = int.from_bytes(aes_block(keys, nonce + struct.pack(">I", 1)), "big")
    return (ghash(h, associated, encrypted) ^ mask).to_bytes(16, "big")


def gcm_encrypt(key, nonce, associated, data):
    keys = round_keys(key)
    encrypted = ctr(keys, nonce, data)
    return encrypted + gcm_tag(keys, nonce, associated, encrypted)


def gcm_decrypt(key, nonce, associated, data):
    keys, encrypted, tag = round_keys(key), data[:-16], data[-16:]
    if len(data) < 16 or gcm_tag(keys, nonce, associated, encrypted) != tag:
        return None
    return ctr(keys, nonce, encrypted)


# RFC 9180, sections 4 and 5

KEM = b"KEM" + struct.pack(">H", 0x20)
SUITE = b"HPKE" + struct.pack(">HHH", 0x20, 1, 3)


def extract(salt, data):
    return hmac.new(salt or bytes(32), data, hashlib.sha256).digest()


def labeled_extract(suite, salt, label, data):
    return extract(salt, b"HPKE-v1" + suite + label + data)


def labeled_expand(suite, key, label, info):
    """32 bytes, the output of one block."""
    return hmac.new(key, struct.pack(">H", 32) + b"HPKE-v1" + suite + label + info + b"\1", hashlib.sha256).digest()


def hpke_exported(shared, encapsulation, recipient, info, context):
    """Both sides' export of 32 bytes from the outcome of X25519."""
    prk = labeled_extract(KEM, b"", b"eae_prk", shared)
    secret = labeled_expand(KEM, prk, b"shared_secret", encapsulation + recipient)
    schedule = b"\0" + labeled_extract(SUITE, b"", b"psk_id_hash", b"") + labeled_extract(SUITE, b"", b"info_hash", info)
    exporter = labeled_expand(SUITE, labeled_extract(SUITE, secret, b"secret", b""), b"exp", schedule)
    return labeled_expand(SUITE, exporter, b"sec", context)


def hpke_receive(private, encapsulation, info, context):
    return hpke_exported(x25519(private, encapsulation), encapsulation, x25519_public(private), info, context)


def hpke_send(ephemeral, recipient, info, context):
    encapsulation = x25519_public(ephemeral)
    return encapsulation, hpke_exported(x25519(ephemeral, recipient), encapsulation, recipient, info, context)
