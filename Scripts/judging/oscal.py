"""OSCAL assessment results, validated by compliance-trestle, and what it does not see: dangling references."""

import argparse
import contextlib
import io
import json
import re
import tempfile
from collections import Counter
from pathlib import Path

FORMATS = ["oscal"]
REQUIRES = ["compliance-trestle==5.2.0"]
MARKUP = re.compile(r"\\([\\`*_\[\]<>#&|~])")
STATES = {
    "pass": "satisfied/pass", "fail": "not-satisfied/fail", "waived": "not-satisfied/fail",
    "unknown": "not-satisfied/other", "manual": "not-satisfied/other", "error": "not-satisfied/other",
}


def plain(text):
    """A Markdown text without its escapes."""
    return MARKUP.sub(r"\1", text)


def judge(case):
    """Trestle accepts it; observations, findings and risks are those of the report."""
    from trestle.core.validator_factory import validator_factory
    from trestle.oscal.assessment_results import AssessmentResults

    # Reading checks types, patterns and unknown fields; the validator does what `trestle validate` does.
    with contextlib.redirect_stdout(io.StringIO()) as said, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.json"
        path.write_bytes(case.path.read_bytes())
        model = AssessmentResults.oscal_read(path)
        validator = validator_factory.get(argparse.Namespace(mode="all"))
        valid = model is not None and validator.model_is_valid(model, True, Path(folder))
    yield from case.equal(f"valid for trestle ({said.getvalue().strip()[-300:]})", valid, True)
    document = json.loads(case.path.read_text(encoding="utf-8"))["assessment-results"]
    identifiers = Counter(values(document, "uuid"))
    yield from case.equal("repeated uuids", [key for key, n in identifiers.items() if n > 1], [])
    references = set(values(document, "observation-uuid")) | set(values(document, "risk-uuid"))
    references.add(document["import-ap"]["href"].lstrip("#"))
    yield from case.equal("dangling references", references - set(identifiers), set())
    yield from case.equal("results", len(document["results"]), len(case.reports))
    digests = [
        part["value"] for resource in document["back-matter"]["resources"]
        for link in resource.get("rlinks", []) for part in link["hashes"]
    ]
    yield from case.equal("digests", digests, [i["sha256"] for r in case.reports for i in r["inputs"]])
    for result, report in zip(document["results"], case.reports):
        yield from judge_result(case, result, report)


def values(node, key):
    """Every value under a key, wherever it stands."""
    if isinstance(node, list):
        for element in node:
            yield from values(element, key)
    elif isinstance(node, dict):
        for name, element in node.items():
            if name == key:
                yield element
            yield from values(element, key)


def judge_result(case, result, report):
    """One result against its report."""
    findings = report["findings"]
    properties = {prop["name"]: prop["value"] for prop in result["props"]}
    for kind in ("rules", "findings"):
        for outcome, count in report["summary"][kind].items():
            name = f"{kind}-{outcome}"
            yield from case.equal(name, properties.get(name), str(count))
    yield from case.contain("disclaimer", plain(result["remarks"]), case.say(report["summary"]["disclaimer"]))
    observations = result.get("observations", [])
    yield from case.equal("observations", len(observations), len(findings))
    controls = {c["control-id"] for s in result["reviewed-controls"]["control-selections"]
                for c in s.get("include-controls", [])}
    rules = {finding["rule"] for finding in findings}
    yield from case.equal("controls", len(controls), len(rules))
    for observation, finding in zip(observations, findings):
        name = f"finding {finding['fingerprint']}"
        own = {prop["name"]: prop["value"] for prop in observation["props"]}
        yield from case.equal(f"{name} outcome", own["outcome"], finding["outcome"])
        yield from case.equal(f"{name} fingerprint", own["fingerprint"], finding["fingerprint"])
        yield from case.compare(f"{name} rule", own["rule"], finding["rule"])
        expected = case.say(finding["message"]) or case.say(finding["question"])
        if expected:
            yield from case.compare(f"{name} message", plain(observation["description"]), expected)
        cites = "\n".join(prop["value"] for prop in observation["props"] if prop["name"] == "citation")
        for cite in case.citation(finding):
            yield from case.contain(f"{name} citation", cites, cite)
    decided = [finding for finding in findings if finding["outcome"] in STATES]
    yield from case.equal("findings", len(result.get("findings", [])), len(decided))
    for made, finding in zip(result.get("findings", []), decided):
        status = made["target"]["status"]
        state = f"{status['state']}/{status['reason']}"
        yield from case.equal(f"finding {finding['fingerprint']} state", state, STATES[finding["outcome"]])
        control = made["target"]["target-id"]
        known = any(control == c or control.startswith(c + ".") for c in controls)
        yield from case.equal(f"finding {finding['fingerprint']} control", known, True)
    risks = [finding for finding in findings if finding["outcome"] in ("fail", "waived")]
    yield from case.equal("risks", len(result.get("risks", [])), len(risks))
    for risk, finding in zip(result.get("risks", []), risks):
        if finding["remedy"] and case.say(finding["remedy"]):
            text = plain(risk["remediations"][0]["description"])
            yield from case.compare("remedy", text, case.say(finding["remedy"]))
