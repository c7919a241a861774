"""Hyphens beside Pyphen's, for every word of the sample issues."""
import pathlib
import re

import pyphen

import engine

DICTIONARY = "/usr/share/hyphen/hyph_en_US.dic"


def words(samples):
    """The words of letters alone; Pyphen lets apostrophes and hyphens count as letters."""
    found = set()
    for path in sorted(pathlib.Path(samples).rglob("*.md")):
        found.update(re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8")))
    return sorted(found)


def compare(program, scratch, samples):
    """Prints how many words differ; gives that number."""
    if not pathlib.Path(DICTIONARY).exists():
        print(f"hyphens\tnot compared: {DICTIONARY} is not installed")
        return 0
    texts = words(samples)
    ours = engine.ask(program, "hyphens", "en-US", texts, scratch)
    peer = pyphen.Pyphen(filename=DICTIONARY, left=2, right=3)
    wrong = 0
    for text, own in zip(texts, ours, strict=True):
        theirs = tuple(peer.positions(text.lower()))
        if own != theirs and wrong < 12:
            print(f"  {text}\tours {own}\tPyphen's {theirs}")
        wrong += own != theirs
    print(f"hyphens\ten-US\t{len(texts)} words\t{sum(map(len, ours))} hyphens\t{wrong} differ")
    return wrong
