"""The reasoned differences, by rule: differences.txt.

A line that is not empty and not a comment has five fields parted by tabs: the names of traditions,
parted by commas, `*` standing for any rest of a name; `more`, `fewer` or `either`, what the engine breaks beside ICU; two regular expressions,
for what stands before and after the place, the first ending and the second beginning there; the reason.
They are tried on two views of the text: the first code point of each cluster, with U+0301 where others
follow it, and without, of those clusters alone that are seen. In both, 〵 (which is one) stands for all that
the rules take for marks and that begin a cluster nevertheless, as after a control.
"""
import fnmatch
import functools
import re

import icu
from icu import Char, UProperty

CLUSTERS = icu.BreakIterator.createCharacterInstance(icu.Locale("en"))


@functools.cache
def is_seen(sign):
    """Whether a code point is more than a mark or a joint; soft hyphens are, as they may be drawn."""
    category = Char.getPropertyValueName(
        UProperty.GENERAL_CATEGORY, Char.getIntPropertyValue(ord(sign), UProperty.GENERAL_CATEGORY)
    )
    syllable = Char.getIntPropertyValue(ord(sign), UProperty.HANGUL_SYLLABLE_TYPE)
    ignorable = Char.hasBinaryProperty(ord(sign), UProperty.DEFAULT_IGNORABLE_CODE_POINT)
    joins = category in ("Mn", "Me", "Cf", "Zl", "Zp") or syllable in (2, 3)  # vowels and finals of Hangul
    return sign == "\u00ad" or not ignorable and not joins


def clusters(text):
    """The clusters of a text."""
    if not text:
        return []
    CLUSTERS.setText(text)
    units, starts = text.encode("utf-16-le"), [0, *CLUSTERS]
    return [
        units[2 * start : 2 * end].decode("utf-16-le") for start, end in zip(starts, starts[1:])
    ]


@functools.cache
def shown(sign):
    """The code point as the views have it."""
    rule_class = Char.getPropertyValueName(
        UProperty.LINE_BREAK, Char.getIntPropertyValue(ord(sign), UProperty.LINE_BREAK)
    )
    return "〵" if rule_class == "CM" else sign


def views(text):
    """The text with its marks, and what is seen of it."""
    found = clusters(text)
    marked = "".join(shown(cluster[0]) + "\u0301" * (len(cluster) > 1) for cluster in found)
    return marked, "".join(shown(cluster[0]) for cluster in found if is_seen(cluster[0]))


class Rule:
    def __init__(self, line):
        names, self.side, before, after, self.reason = line.split("\t")
        if self.side not in ("more", "fewer", "either"):
            raise ValueError(f"{self.side} is no side: {line}")
        self.names = names.split(",")
        self.before, self.after = re.compile(f"(?:{before})$", re.S), re.compile(after, re.S)
        self.uses = 0

    def covers(self, name):
        """Whether it speaks of a tradition."""
        return any(fnmatch.fnmatchcase(name, own) for own in self.names)

    def explains(self, pairs, side, name):
        """Whether the difference is this one; counts it."""
        if self.side not in (side, "either") or not self.covers(name):
            return False
        if not any(self.before.search(before) and self.after.match(after) for before, after in pairs):
            return False
        self.uses += 1
        return True


def read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Rule(line) for line in lines if line and not line.startswith("#")]


def unexplained(text, ours, theirs, name, rules):
    """The places where the two differ and no rule says why."""
    places = [(place, "more") for place in ours - theirs] + [(place, "fewer") for place in theirs - ours]
    strange = []
    for place, side in sorted(places):
        pairs = list(zip(views(text[:place]), views(text[place:])))
        if not any(rule.explains(pairs, side, name) for rule in rules):
            strange.append((place, side))
    return strange


def report_idle(rules, names):
    """Prints the rules that explained nothing, which have to go; gives their number."""
    idle = [rule for rule in rules if not rule.uses and any(map(rule.covers, names))]
    for rule in idle:
        print(f"differences.txt explains nothing by: {rule.reason} ({', '.join(rule.names)})")
    return len(idle)
