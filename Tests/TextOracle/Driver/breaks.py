"""Line breaks beside ICU's."""
import pathlib

import icu

import differences
import engine
import strings


# With as many random strings every rule of differences.txt has something to explain.
ENOUGH = 1_000_000


def places(iterator, text):
    """Before which code points ICU breaks a text, its ends left out."""
    wide = any(c > "\uffff" for c in text)
    iterator.setText(icu.UnicodeString(text))
    found = tuple(iterator)[:-1]
    if not wide:
        return found
    offsets, units = {}, 0
    for index, c in enumerate(text):
        offsets[units] = index
        units += 2 if c > "\uffff" else 1
    return tuple(offsets[unit] for unit in found)


class Peer:
    """ICU's answers of one locale, of lines and of clusters."""

    def __init__(self, locale):
        self.lines = icu.BreakIterator.createLineInstance(icu.Locale(locale))
        self.clusters = icu.BreakIterator.createCharacterInstance(icu.Locale(locale))

    def breaks(self, text, keeps_clusters):
        found = places(self.lines, text)
        if not found or not keeps_clusters:
            return found
        bounds = set(places(self.clusters, text))
        return tuple(place for place in found if place in bounds)


def compare(program, scratch, count, traditions):
    """Prints a line a tradition, and what nobody has explained; gives how many things went wrong."""
    kinds = strings.members()
    texts = list(strings.short(strings.representatives(kinds))) + list(strings.drawn(kinds, count))
    rules = differences.read(pathlib.Path(__file__).with_name("differences.txt"))
    print(
        f"ICU {icu.ICU_VERSION}, Unicode {strings.unicode_version()}: {len(texts)} strings,"
        f" {count} of them random, the others of {len(kinds)} kinds of code points",
        flush=True,
    )
    failures = clusters(program, scratch, texts)
    for name, locale in traditions:
        failures += tradition(program, scratch, texts, name, locale, rules)
    if count < ENOUGH:
        return failures
    return failures + differences.report_idle(rules, {name for name, _ in traditions})


def clusters(program, scratch, texts):
    """Compares grapheme clusters; none may differ."""
    ours = engine.ask(program, "clusters", "root", texts, scratch)
    iterator = icu.BreakIterator.createCharacterInstance(icu.Locale("en"))
    wrong = [text for text, own in zip(texts, ours, strict=True) if own != places(iterator, text)]
    for text in wrong[:12]:
        print("  clusters\t" + " ".join(f"{ord(c):04X}" for c in text))
    print(f"clusters\ten\t{len(wrong)} unexplained", flush=True)
    return len(wrong)


def tradition(program, scratch, texts, name, locale, rules):
    """Compares one tradition with one locale; but for the root, no line ends inside a cluster."""
    ours = engine.ask(program, "breaks", name, texts, scratch)
    peer = Peer(locale)
    explained, unexplained = 0, 0
    for text, own in zip(texts, ours, strict=True):
        theirs = peer.breaks(text, keeps_clusters=name != "root")
        if own == theirs:
            continue
        strange = differences.unexplained(text, set(own), set(theirs), name, rules)
        explained += not strange
        unexplained += bool(strange)
        if strange and unexplained <= 12:
            tell(name, text, strange)
    print(f"{name}\t{locale}\t{explained} explained\t{unexplained} unexplained", flush=True)
    return unexplained


def tell(name, text, strange):
    """Prints a difference: the text, and each place with who breaks there."""
    codes = " ".join(f"{ord(c):04X}" for c in text)
    for place, side in strange:
        shown = text[:place] + "|" + text[place:]
        print(f"  {name}: {side} at {place}\t{codes}\t{shown!r}")
