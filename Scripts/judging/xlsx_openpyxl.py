"""Workbooks, read by openpyxl: every sheet has the rows of the report, numbers and days are such."""

import datetime
import re
import warnings

from frame import OUTCOMES, holds
from spreadsheet import judge_findings

FORMATS = ["xlsx"]
REQUIRES = ["openpyxl==3.1.5"]
SHEETS = {
    "ko": [
        "개요", "점검 항목", "근거", "보완 자료", "수치", "적정성", "기한", "기관 확인 사실", "입력", "점검하지 않은 것", "기준",
    ],
    "en": [
        "Overview", "Findings", "Grounds", "Needs", "Numbers", "Adequacy", "Deadlines", "Facts of an authority",
        "Inputs", "Not audited", "Guidelines",
    ],
}
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def text(value):
    """A cell as a spreadsheet shows it, where it holds a text."""
    if value is None:
        return ""
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), value) if isinstance(value, str) else str(value)


def judge(case):
    """Opens the workbook without a warning and compares it sheet by sheet."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(case.path)
    names = list(SHEETS[case.language])
    if not any(report.get("facts") for report in case.reports):
        del names[7]
    yield from case.equal("sheets", book.sheetnames, names)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type in ("f", "e"):
                    yield f"{sheet.title}!{cell.coordinate} is a formula or an error: {cell.value!r}"
    tables = {name: sheet for name, sheet in zip(names, book) if name != names[0]}
    for name, sheet in tables.items():
        yield from case.equal(f"{name} frozen", sheet.freeze_panes, "A2")
        yield from case.equal(f"{name} filter", sheet.auto_filter.ref, sheet.dimensions)
    yield from judge_overview(case, book[names[0]])
    sheet = book[names[1]]
    rows = [[text(cell.value) for cell in row] for row in sheet.iter_rows(min_row=1)]
    yield from judge_findings(case, rows[0], rows[1:])
    yield from judge_values(case, sheet)
    yield from case.equal("grounds", book[names[2]].max_row - 1, len(case.findings))
    yield from judge_needs(case, book[names[3]])
    yield from judge_numbers(case, book[names[4]])
    yield from judge_inputs(case, book[names[-3]])
    yield from judge_policies(case, book[names[-1]])
    yield from judge_rest(case, book, names)


def judge_overview(case, sheet):
    """The verdict, the disclaimer and every count of every report stand in the overview."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    said = "\n".join(text(value) for row in rows for value in row if value is not None)
    counts = [row[3:13] for row in rows if row[3] is not None and isinstance(row[3], int)]
    expected = []
    for report in case.reports:
        yield from case.contain("verdict", said, case.say(report["summary"]["word"]))
        yield from case.contain("disclaimer", said, case.say(report["summary"]["disclaimer"]))
        parts = [report["summary"]] + [
            report["summary"]["byEffect"][effect]
            for effect in ["law", "contract", "standard", "recommendation", "interpretation", "draft", "reference"]
            if effect in report["summary"]["byEffect"]
        ]
        for part in parts:
            for kind in ("rules", "findings"):
                expected.append([part[kind].get(outcome, 0) for outcome in OUTCOMES])
        if (report.get("provenance") or {}).get("kind") == "reconstructed":
            banner = {"ko": "해당 회사가 작성하거나 제출한 문서가 아님", "en": "not a document of that company"}
            yield from case.contain("banner", said, banner[case.language])
    yield from case.equal("counts", counts, expected)


def judge_values(case, sheet):
    """What is stated and required: exact numbers are numbers with their unit, days are days."""
    header = [cell.value for cell in sheet[1]]
    units = {}
    for report in case.reports:
        for code, label in report["units"].items():
            units.setdefault(code, case.say(label))
    for key, names in {"actual": ("기재", "Stated"), "expected": ("요구", "Required")}.items():
        column = header.index(names[0 if case.language == "ko" else 1])
        for row, finding in zip(sheet.iter_rows(min_row=2), case.findings):
            value, cell = finding[key], row[column]
            name = f"finding {finding['fingerprint']} {key}"
            own = finding.get(key + "Text")
            if own is not None:
                yield from case.compare(name, text(cell.value), case.say(own))
            elif value is None or value["type"] == "unknown":
                yield from case.equal(name, cell.value, None)
            elif value["type"] == "date" and value["text"] >= "1900-03-01":
                yield from case.equal(name, cell.value, datetime.datetime.fromisoformat(value["text"]))
            elif value["type"] == "number" and "exact" not in value and digits(value["text"]) <= 15:
                yield from case.equal(name, cell.data_type, "n")
                yield from case.equal(name, float(cell.value), float(value["text"]))
                label = units.get(value.get("unit"), "").replace('"', "")
                if value.get("unit") and not holds(cell.number_format, label):
                    yield f"{name}: the unit {label!r} is missing in {cell.number_format!r}"
            elif value["type"] == "string":
                yield from case.contain(name, text(cell.value), value["text"])


def digits(number):
    """How many digits a plain decimal number has, without zeros in front."""
    return len(re.sub("[^0-9]", "", number).lstrip("0"))


def own(case, row):
    """A row without the scheme's name, which comes first where there are several schemes."""
    return row[1:] if len(case.reports) > 1 else row


def judge_policies(case, sheet):
    """A row for each policy, with its title and version."""
    policies = [policy for report in case.reports for policy in report["policies"]]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    yield from case.equal("policies", len(rows), len(policies))
    for row, policy in zip(rows, policies):
        said = "\n".join(text(value) for value in own(case, row))
        yield from case.contain("policy", said, case.say(policy["title"]))
        yield from case.contain("version", said, policy["version"])


def judge_needs(case, sheet):
    """A row for each fact that is to be supplied, with its counts."""
    needs = [need for report in case.reports for need in report["needs"]]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    yield from case.equal("needs", len(rows), len(needs))
    for row, need in zip(rows, needs):
        row = own(case, row)
        yield from case.compare("need", text(row[0]), case.say(need["name"]))
        yield from case.compare("need's path", text(row[1]), need["path"])
        yield from case.equal("need's counts", (row[3], row[4]), (need["findings"], need["alone"]))


def judge_numbers(case, sheet):
    """Every parameter and row that a finding used stands once for each version."""
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    used = set()
    for place, report in enumerate(case.reports):
        for finding in report["findings"]:
            for kind in ("parameters", "tables"):
                for use in finding[kind]:
                    used.add((place, finding["policy"], kind, repr(use)))
    yield from case.equal("numbers", len(rows), len(used))
    uses = sum(len(f["parameters"]) + len(f["tables"]) for f in case.findings)
    header = [cell.value for cell in sheet[1]]
    place = header.index({"ko": "쓴 점검 항목", "en": "Findings"}[case.language])
    yield from case.equal("uses of numbers", sum(row[place] for row in rows), uses)


def judge_inputs(case, sheet):
    """A row for each file that was read, with its digest."""
    inputs = [item for report in case.reports for item in report["inputs"]]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    yield from case.equal("inputs", len(rows), len(inputs))
    for row, item in zip(rows, inputs):
        row = own(case, row)
        yield from case.compare("input", text(row[0]), item["path"])
        yield from case.equal("digest", row[1], item["sha256"])


def judge_rest(case, book, names):
    """The sheets that hold a part of the findings have as many rows as there are."""
    measures = sum(bool(finding.get("measure")) for finding in case.findings)
    yield from case.equal("measures", book[names[5]].max_row - 1, measures)
    deadlines = sum("deadline" in finding for finding in case.findings)
    yield from case.equal("deadlines", book[names[6]].max_row - 1, deadlines)
    left = sum(len(report["notCovered"]) for report in case.reports)
    left += case.count("not_in_force", "not_selected")
    yield from case.equal("not audited", book[names[-2]].max_row - 1, left)
