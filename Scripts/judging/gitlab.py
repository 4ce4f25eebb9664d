"""GitLab's code quality report, by the fields that its documentation asks for."""

import json

from frame import raw_hazards

FORMATS = ["gitlab"]
SHOWN = ("fail", "error", "unknown", "manual", "waived")


def judge(case):
    """An issue for each finding that asks for something; every fingerprint once."""
    issues = json.loads(case.path.read_text(encoding="utf-8"))
    findings = [(r, f) for r in case.reports for f in r["findings"] if f["outcome"] in SHOWN]
    yield from case.equal("issues", len(issues), len(findings))
    yield from case.equal("fingerprints", len({issue["fingerprint"] for issue in issues}), len(issues))
    for issue, (report, finding) in zip(issues, findings):
        name = f"finding {finding['fingerprint']}"
        yield from case.equal(f"{name} fingerprint", finding["fingerprint"] in issue["fingerprint"], True)
        known = issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        yield from case.equal(f"{name} severity", known, True)
        if not isinstance(issue["check_name"], str) or not isinstance(issue["description"], str):
            yield f"{name}: the description or the name of the check is no text"
        location = finding["location"]
        path = location["file"] if location else report["scheme"]["path"]
        yield from case.compare(f"{name} path", issue["location"]["path"], path)
        line = location["line"] if location else 1
        yield from case.equal(f"{name} line", issue["location"]["lines"]["begin"], line)
        expected = case.say(finding["message"]) or case.say(finding["question"])
        yield from case.contain(f"{name} message", issue["description"], expected)
        for cite in case.citation(finding):
            yield from case.contain(f"{name} citation", issue["description"], cite)
        hazards = raw_hazards(issue["description"])
        if hazards:
            yield f"{name}: the description holds {hazards}"
