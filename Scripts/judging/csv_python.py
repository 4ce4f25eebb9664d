"""CSV, read by Python's own reader."""

import csv

from spreadsheet import FORMULA, judge_findings

FORMATS = ["csv"]


def unguarded(text):
    """A cell without the apostrophe that keeps it from being a formula."""
    return text[1:] if text.startswith("'") and FORMULA.match(text.lstrip("'")) else text


def judge(case):
    """A row for each finding, no formula, CRLF and a byte order mark."""
    data = case.path.read_bytes()
    yield from case.equal("byte order mark", data[:3], b"\xef\xbb\xbf")
    yield from case.equal("line ends", data.count(b"\n"), data.count(b"\r\n"))
    yield from case.equal("lines", data.count(b"\r\n"), len(case.findings) + 1)
    with case.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    for index, row in enumerate(rows):
        yield from case.equal(f"cells of row {index + 1}", len(row), len(rows[0]))
        for cell in row:
            if FORMULA.match(cell):
                yield f"row {index + 1} has a formula: {cell!r}"
    guarded = [[unguarded(cell) for cell in row] for row in rows]
    yield from judge_findings(case, guarded[0], guarded[1:])
    for row, report in zip(rows[1:], (r for r in case.reports for _ in r["findings"])):
        yield from case.contain("overall result", row[-2], case.say(report["summary"]["word"]))
        yield from case.contain("disclaimer", row[-2], case.say(report["summary"]["disclaimer"]))
