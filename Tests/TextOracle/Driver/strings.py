"""Strings to break: all short ones of representatives, and long ones at random."""
import itertools
import random

import icu
from icu import Char, UProperty

# Signs of newspapers, drawn more often than others.
NEWS = list(
    "的一是在国报年月日，。、：；！？“”‘’（）《》「」『』【】〔〕—…·～-–/0123456789.,%％￥$℃ ABCabc"
    "　あいっぁーアッャ々한국어한글👩🇨🇳❤"
)
# What joins, parts and marks.
JOINERS = [chr(c) for c in (0x200D, 0xFE0F, 0x301, 0x3099, 0x200B, 0x2060, 0xA0, 0xAD, 0xFEFF, 0x1F3FD)]


def kind(code):
    """What the rules can tell a code point by; None for what ICU breaks by dictionaries."""
    name = Char.getPropertyValueName(
        UProperty.LINE_BREAK, Char.getIntPropertyValue(code, UProperty.LINE_BREAK)
    )
    if name in ("SA", "SG"):
        return None
    width = Char.getIntPropertyValue(code, UProperty.EAST_ASIAN_WIDTH)
    category = Char.charType(code)
    quote = category if category in (28, 29) else None  # Pi and Pf, which LB15a, 15b and 19 ask for
    reserved = category == 0 and Char.hasBinaryProperty(code, UProperty.EXTENDED_PICTOGRAPHIC)
    is_wide = width in (2, 3, 5)  # half-width, full-width, wide
    # The dotted circle is a letter of its own kind in LB28a.
    return name, is_wide, quote, reserved, code == 0x25CC


def members():
    """The code points of each kind, in order."""
    found = {}
    for code in range(0x110000):
        key = kind(code)
        if key is not None and not 0xD800 <= code < 0xE000:
            found.setdefault(key, []).append(chr(code))
    return [found[key] for key in sorted(found, key=str)]


def representatives(kinds):
    """One code point of each kind: of the middle, as those at the ends tend to be odd."""
    return [codes[len(codes) // 2] for codes in kinds]


def short(signs):
    """Every pair and triple of the signs, and every pair with a mark or blanks between and around."""
    for count in (2, 3):
        yield from map("".join, itertools.product(signs, repeat=count))
    between = (" ", "  ", "\u0301", "\u200d", "\u0301 ", "\u200b ")
    for first, last in itertools.product(signs, repeat=2):
        for middle in between:
            yield first + middle + last
        yield "a " + first + last + " a"


def drawn(kinds, count, seed=14):
    """`count` strings of 2 to 12 code points, the same at every run."""
    numbers = random.Random(seed)

    def sign():
        kind_of_sign = numbers.random()
        if kind_of_sign < 0.5:
            return numbers.choice(NEWS)
        if kind_of_sign < 0.6:
            return numbers.choice(JOINERS)
        return numbers.choice(numbers.choice(kinds))

    for _ in range(count):
        yield "".join(sign() for _ in range(numbers.randint(2, 12)))


def unicode_version():
    return icu.UNICODE_VERSION
