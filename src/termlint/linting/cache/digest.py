"""Names for content. The fast start imports this, so it imports next to nothing."""

try:
    from _blake2 import blake2b  # as hashlib has it, without OpenSSL, which takes longer to load than to use
except ImportError:
    from hashlib import blake2b

SIZE = 16
"""Bytes: no two texts will ever share a digest by accident, nor be made to for a lighter check of a text."""


def digest(*parts: bytes) -> bytes:
    """Of the parts, each with its length, so that nothing can move from one to the next."""
    summed = blake2b(digest_size=SIZE)
    for part in parts:
        summed.update(b"%d:" % len(part))
        summed.update(part)
    return summed.digest()
