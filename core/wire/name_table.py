#!/usr/bin/env python3
"""Writes core/wire/name_table.cpp: what name.cpp knows of Unicode 15.0.0.

The table belongs to protocol version 1: two nodes with two tables would judge one name in two ways. Another
version of Unicode is another version of the protocol, with a table beside this one; this one stays as it is.

    apt-get install unicode-data                # 15.0.0, Debian 12: /usr/share/unicode
    apt-get source --download-only icu          # 72.1, Debian 12: carries the files of UTS #39, 15.0.0
    tar xzf icu_72.1.orig.tar.gz icu/source
    core/wire/name_table.py icu/source > core/wire/name_table.cpp
"""

import re
import sys
from pathlib import Path

UCD = Path("/usr/share/unicode")
HANGUL = range(0xAC00, 0xD7A4)
WIDTH = 110


def rows(path):
    """The fields of each line of one of Unicode's files, without comments."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields != [""]:
            yield fields


def numbers(text):
    return tuple(int(word, 16) for word in text.split())


def property_of(path, name):
    """The code points that have a property."""
    out = set()
    for fields in rows(path):
        if fields[1] == name:
            first, _, last = fields[0].partition("..")
            out |= set(range(int(first, 16), int(last or first, 16) + 1))
    return out


def characters():
    """Of each assigned code point: general category, combining class, canonical decomposition of one step."""
    category, order, step = {}, {}, {}
    first = None
    for fields in rows(UCD / "UnicodeData.txt"):
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = code
            continue
        for each in range(code if first is None else first, code + 1):
            category[each] = fields[2]
        first = None
        if fields[3] != "0":
            order[code] = int(fields[3])
        if fields[5] and not fields[5].startswith("<"):
            step[code] = numbers(fields[5])
    return category, order, step


def set_in(source, name):
    """A set of uspoof.cpp: what IdentifierStatus.txt allows, as ICU spells it."""
    literals = re.search(name + r" =((?:\s*u\"[^\"]*\")+);", source).group(1)
    pattern = "".join(re.findall(r'u"([^"]*)"', literals)).replace("\\\\", "\\")
    one = r"\\u[0-9A-F]{4}|\\U[0-9A-F]{8}|\\.|[^\\\[\]-]"
    assert re.fullmatch(rf"\[(?:(?:{one})(?:-(?:{one}))?)+\]", pattern), name

    def code(word):
        return int(word[2:], 16) if word[:2] in ("\\u", "\\U") else ord(word[-1])

    out = set()
    for first, last in re.findall(rf"({one})(?:-({one}))?", pattern[1:-1]):
        out |= set(range(code(first), code(last or first) + 1))
    return out


def ranges(values):
    """(first, last, value) of neighbours with one value."""
    out = []
    for code in sorted(values):
        if out and out[-1][1] == code - 1 and out[-1][2] == values[code]:
            out[-1][1] = code
        else:
            out.append([code, code, values[code]])
    return out


def wrapped(items):
    """The items, as many to a line as fit."""
    lines = [""]
    for item in items:
        if len(lines[-1]) + len(item) + 1 > WIDTH:
            lines.append("")
        lines[-1] += item + ","
    return "\n".join(lines)


class Pool:
    """The texts that mappings map to, each once."""

    def __init__(self):
        self.codes = []

    def place(self, text):
        for at in range(len(self.codes) - len(text) + 1):
            if tuple(self.codes[at : at + len(text)]) == text:
                return at
        self.codes += text
        return len(self.codes) - len(text)


def main():
    icu = Path(sys.argv[1])
    confusables = icu / "data/unidata/confusables.txt"
    for path, version in (
        (UCD / "DerivedCoreProperties.txt", "DerivedCoreProperties-15.0.0"),
        (UCD / "CaseFolding.txt", "CaseFolding-15.0.0"),
        (confusables, "Version: 15.0.0"),
    ):
        assert version in path.read_text(encoding="utf-8-sig")[:600], path
    category, order, step = characters()
    fold = {int(row[0], 16): numbers(row[2]) for row in rows(UCD / "CaseFolding.txt") if row[1] in "CF"}
    prototype = {int(row[0], 16): numbers(row[1]) for row in rows(confusables)}

    spoof = (icu / "i18n/uspoof.cpp").read_text()
    allowed = set_in(spoof, "recommendedPat") | set_in(spoof, "inclusionPat") | set(range(0x20, 0x7F))
    allowed -= property_of(UCD / "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    normal = UCD / "DerivedNormalizationProps.txt"
    forms = {tuple(row[:3]) for row in rows(normal) if row[1] == "NFKC_QC"}
    for first, _, answer in forms:
        low, _, high = first.partition("..")
        assert answer == "M" or allowed.isdisjoint(range(int(low, 16), int(high or low, 16) + 1)), first
    kinds = {category.get(code, "Cn") for code in allowed}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}), kinds
    assert [code for code in allowed if category[code] == "Zs"] == [0x20]

    def sorted_marks(text):
        out = list(text)
        for end in range(1, len(out)):
            at = end
            while at > 0 and 0 < order.get(out[at], 0) < order.get(out[at - 1], 0):
                out[at - 1], out[at] = out[at], out[at - 1]
                at -= 1
        return tuple(out)

    def decomposed(text):
        def each(code):
            if code in HANGUL:
                at = code - 0xAC00
                tail = (0x11A7 + at % 28,) if at % 28 else ()
                return (0x1100 + at // 588, 0x1161 + at % 588 // 28) + tail
            return sum(map(each, step[code]), ()) if code in step else (code,)

        return sorted_marks(sum(map(each, text), ()))

    def looks(code):
        """Prototypes, small letters, i as l, the joints of words as one: until nothing changes any more."""
        text, before = (code,), None
        while text != before:
            before = text
            text = decomposed(sum((prototype.get(each, (each,)) for each in text), ()))
            text = tuple(each + 32 if 0x41 <= each <= 0x5A else each for each in text)
            text = tuple({0x69: 0x6C, 0x20: 0x2D, 0x2E: 0x2D, 0x5F: 0x2D}.get(each, each) for each in text)
        return text

    parts = set().union(*(decomposed((code,)) for code in allowed))
    tables = {
        "Decomposed": {code: decomposed((code,)) for code in allowed if code not in HANGUL},
        "Folded": {code: decomposed(fold.get(code, (code,))) for code in parts},
        "Looks": {code: looks(code) for code in parts},
    }
    reached = allowed | parts
    pool, mappings = Pool(), {}
    texts = set()
    for name, table in tables.items():
        tables[name] = {code: text for code, text in table.items() if text != (code,)}
        texts |= set(tables[name].values())
        reached |= set().union(*tables[name].values())
    for text in sorted(texts, key=lambda text: (-len(text), text)):  # the long ones hold the short ones
        pool.place(text)
    for name, table in tables.items():
        mappings[name] = [
            f"{{0x{code:X},{pool.place(text)},{len(text)}}}" for code, text in sorted(table.items())
        ]
    marks = {code: order.get(code, 0) for code in reached if category[code].startswith("M")}
    assert all(category[code].startswith("M") for code in reached if code in order)
    for name in ("Folded", "Looks"):  # a second pass changes nothing
        assert tables[name].keys().isdisjoint(set().union(*tables[name].values())), name

    spans = [f"{{0x{first:X},0x{last:X}}}" for first, last, _ in ranges(dict.fromkeys(allowed, 0))]
    classes = [f"{{0x{first:X},0x{last:X},{value}}}" for first, last, value in ranges(marks)]
    print(f"""// Written by core/wire/name_table.py.
// Made of data files of Unicode 15.0.0, Copyright © 1991-2022 Unicode, Inc.; their notice: NOTICE.
#include "core/wire/name_table.h"

namespace aurigraph::wire {{
namespace {{

// clang-format off
constexpr NameTable::Range kAllowed[] = {{
{wrapped(spans)}
}};
constexpr NameTable::Marks kMarks[] = {{
{wrapped(classes)}
}};
constexpr char32_t kTexts[] = {{
{wrapped([f"0x{code:X}" for code in pool.codes])}
}};""")
    for name, entries in mappings.items():
        print(f"constexpr NameTable::Mapping k{name}[] = {{\n{wrapped(entries)}\n}};")
    print("""// clang-format on

constexpr NameTable kTable{kAllowed, kMarks, kTexts, kDecomposed, kFolded, kLooks};

}  // namespace

const NameTable& nameTable() {
  return kTable;
}

}  // namespace aurigraph::wire""")


main()
