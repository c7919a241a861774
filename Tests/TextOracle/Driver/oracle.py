"""`make oracle`: the engine beside ICU (line breaks) and Pyphen (hyphens).

usage: oracle.py PROGRAM SAMPLES SCRATCH COUNT [NAME=LOCALE ...]

PROGRAM is text-oracle, SAMPLES the folder of issues, SCRATCH a folder for what the two pass to each
other, COUNT the number of random strings. NAME is what text-oracle breaks by, LOCALE is ICU's; without
any, the pairs of `TRADITIONS`. Every difference has to be explained by a line of differences.txt, and
every line there has to explain one. Ends with 1 where that is not so.
"""
import pathlib
import sys

import breaks
import hyphens

# The engine's name of a tradition and the locale whose rules ICU follows.
TRADITIONS = [
    ("root", "en"),
    ("latin", "en"),
    ("simplifiedChinese", "zh"),
    ("simplifiedChinese-strict", "zh"),
    ("traditionalChinese", "zh_Hant"),
    ("japanese-strict", "ja@lb=strict"),
    ("japanese", "ja@lb=normal"),
    ("japanese-loose", "ja@lb=loose"),
    ("korean", "ko"),
    ("korean-syllables", "ko"),
]


def main(program, samples, scratch, count, *pairs):
    scratch = pathlib.Path(scratch)
    traditions = [tuple(pair.split("=", 1)) for pair in pairs] or TRADITIONS
    failures = breaks.compare(program, scratch, int(count), traditions)
    if not pairs:
        failures += hyphens.compare(program, scratch, samples)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
