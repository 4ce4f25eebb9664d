"""SARIF, judged by the schema of OASIS and by what the schema does not see."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from frame import raw_hazards

FORMATS = ["sarif"]
REQUIRES = ["jsonschema==4.26.0"]
KINDS = {
    "pass": "pass", "fail": "fail", "waived": "fail", "unknown": "open", "error": "open", "manual": "review",
    "not_applicable": "notApplicable", "not_in_force": "notApplicable", "not_selected": "notApplicable",
    "info": "informational",
}


def judge(case):
    """The schema holds; indices lead somewhere; kinds, messages, places and counts are those of the report."""
    from jsonschema import Draft4Validator

    schema = json.loads((Path(__file__).parent / "data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(case.path.read_text(encoding="utf-8"))
    for error in Draft4Validator(schema).iter_errors(log):
        yield f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    yield from case.equal("runs", len(log["runs"]), len(case.reports))
    for run, report in zip(log["runs"], case.reports):
        yield from judge_run(case, run, report)


def judge_run(case, run, report):
    """One run against its report."""
    rules = run["tool"]["driver"]["rules"]
    findings = report["findings"]
    yield from case.equal("results", len(run["results"]), len(findings))
    yield from case.equal("exit code", run["invocations"][0]["exitCode"], report["summary"]["exit"])
    for key in ("rules", "findings", "byEffect"):
        yield from case.equal(f"counts of {key}", run["properties"][key], report["summary"][key])
    kinds = Counter(result["kind"] for result in run["results"])
    yield from case.equal("kinds", kinds, Counter(KINDS[finding["outcome"]] for finding in findings))
    digests = [artifact["hashes"]["sha-256"] for artifact in run["artifacts"]]
    yield from case.equal("digests", digests, [item["sha256"] for item in report["inputs"]])
    yield from case.equal("needs", len(run["properties"]["needs"]), len(report["needs"]))
    yield from case.equal("not covered", len(run["properties"]["notCovered"]), len(report["notCovered"]))
    yield from case.contain("disclaimer", run["properties"]["disclaimer"], case.say(report["summary"]["disclaimer"]))
    for result, finding in zip(run["results"], findings):
        name = f"finding {finding['fingerprint']}"
        if not 0 <= result["ruleIndex"] < len(rules):
            yield f"{name}: no rule {result['ruleIndex']}"
            continue
        rule = rules[result["ruleIndex"]]
        yield from case.equal(f"{name} ruleId", rule["id"], result["ruleId"])
        yield from case.compare(f"{name} rule", rule["id"], finding["rule"])
        yield from case.compare(f"{name} policy", rule["properties"]["policy"], finding["policy"])
        yield from case.equal(f"{name} kind", result["kind"], KINDS[finding["outcome"]])
        yield from case.equal(f"{name} level", result["level"] == "none", result["kind"] != "fail")
        yield from case.equal(
            f"{name} fingerprint", result["partialFingerprints"]["guidelineAudit/v1"], finding["fingerprint"]
        )
        waiver = finding["waiver"]
        yield from case.equal(f"{name} suppressed", "suppressions" in result, waiver is not None)
        message = result["message"]["text"].replace("\\](", "](")
        expected = case.say(finding["message"]) or case.say(finding["question"])
        if expected:
            yield from case.compare(f"{name} message", message, expected)
        for cite in case.citation(finding):
            yield from case.contain(f"{name} citation", "\n".join(result["properties"]["citations"]), cite)
        place = result["locations"][0]["physicalLocation"]
        index = place["artifactLocation"].get("index")
        if index is not None:
            same = run["artifacts"][index]["location"]["uri"] == place["artifactLocation"]["uri"]
            yield from case.equal(f"{name} artifact", same, True)
        location = finding["location"]
        if location:
            region = place["region"]
            yield from case.equal(f"{name} line", region["startLine"], location["line"])
            yield from case.equal(f"{name} column", region["startColumn"], location["column"])
            yield from case.equal(f"{name} file", unquote(place["artifactLocation"]["uri"]), location["file"])
        related = len(finding["evidence"]) + sum(bool(fact.get("location")) for fact in finding["missing"])
        yield from case.equal(f"{name} places", len(result.get("relatedLocations", [])), related)
        hazards = raw_hazards(message)
        if hazards:
            yield f"{name}: the message holds {hazards}"
