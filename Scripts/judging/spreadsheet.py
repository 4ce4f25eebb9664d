"""What the judges of CSV and of workbooks share: the table of findings, cell by cell."""

import re

from frame import holds

HEADERS = {
    "scheme": {"ko": "보상안", "en": "Scheme"},
    "outcome": {"ko": "결과", "en": "Outcome"},
    "policy": {"ko": "기준", "en": "Guideline"},
    "rule": {"ko": "규칙", "en": "Rule"},
    "part": {"ko": "호", "en": "Part"},
    "title": {"ko": "점검 사항", "en": "Title"},
    "subject": {"ko": "대상", "en": "Subject"},
    "message": {"ko": "내용", "en": "Message"},
    "question": {"ko": "판단할 질문", "en": "Question"},
    "remedy": {"ko": "조치", "en": "Remedy"},
    "missing": {"ko": "보완할 자료", "en": "Missing facts"},
    "citations": {"ko": "근거 조문", "en": "Citations"},
    "sanction": {"ko": "제재", "en": "Sanction"},
    "file": {"ko": "파일", "en": "File"},
    "line": {"ko": "행", "en": "Line"},
    "column": {"ko": "열", "en": "Column"},
    "fingerprint": {"ko": "식별값", "en": "Fingerprint"},
}
FORMULA = re.compile("^[\\s\u3000]*[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212]")


def judge_findings(case, header, rows):
    """Compares rows of texts, a row for each finding, with the report."""
    yield from case.equal("rows", len(rows), len(case.findings))
    places = {}
    for key, names in HEADERS.items():
        # A column in which nothing would stand is left out, as is the scheme's where there is one.
        yield from case.equal(f"columns {names[case.language]}", header.count(names[case.language]) > 1, False)
        if names[case.language] in header:
            places[key] = header.index(names[case.language])
    schemes = [report["scheme"] for report in case.reports for _ in report["findings"]]
    titles = {p["id"]: case.say(p["title"]) for report in case.reports for p in report["policies"]}
    for row, finding, scheme in zip(rows, case.findings, schemes):
        cells = {key: (row[places[key]] if key in places else "") or "" for key in HEADERS}
        name = f"finding {finding['fingerprint']}"
        said = case.say(scheme.get("title")) or scheme.get("id") or scheme["path"]
        location = finding["location"] or {}
        texts = {
            "scheme": said, "outcome": case.say(finding["word"]),
            "policy": titles.get(finding["policy"], finding["policy"]), "rule": finding["rule"],
            "part": finding["part"], "message": case.say(finding["message"]),
            "question": case.say(finding["question"]), "remedy": case.say(finding["remedy"]),
            "sanction": case.say(finding.get("sanction")), "file": location.get("file", ""),
            "fingerprint": finding["fingerprint"],
        }
        if len(case.reports) == 1 and "scheme" not in places:
            del texts["scheme"]
        for key, text in texts.items():
            yield from case.compare(f"{name} {key}", str(cells[key]), text)
        for key in ("line", "column"):
            yield from case.equal(f"{name} {key}", str(cells[key]), str(location.get(key, "")))
        yield from case.contain(f"{name} title", cells["title"], case.say(finding["title"]))
        yield from judge_subject(case, f"{name} subject", cells["subject"], finding)
        for cite in case.citation(finding):
            yield from case.contain(f"{name} citation", cells["citations"], cite)
        for fact in finding["missing"]:
            yield from case.contain(f"{name} missing", cells["missing"], case.say(fact["name"]))
            yield from case.contain(f"{name} missing", cells["missing"], fact["path"])


def judge_subject(case, name, cell, finding):
    """A subject is told by its key, a choice by its label, and what a list leaves out by words."""
    subject = finding["subject"] or ""
    if subject.endswith(("*", "*]")):
        words = {"ko": "적히지 않은 나머지", "en": "the unstated rest of the list"}
        yield from case.contain(name, cell, words[case.language])
    elif not holds(cell, subject):
        yield from case.contain(name, cell, case.say(finding.get("subjectName")) or subject)
