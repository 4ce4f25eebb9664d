#!/usr/bin/env python3
"""Checks the published JSON Schemas with an independent validator.

usage: Scripts/judge-schemas.py BINARY

Needs the packages jsonschema and PyYAML. Every schema must be a valid one of draft 2020-12; every file below policies/
and examples/ and every report that BINARY makes of the examples must be valid by the schema of its kind; and for each
kind typical mistakes must not be.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = {
    "guideline_policy/1": "policy",
    "guideline_vocabulary/1": "vocabulary",
    "guideline_calendar/1": "calendar",
    "guideline_register/1": "register",
    "guideline_profile/1": "profile",
    "guideline_waivers/1": "waivers",
    "guideline_decisions/1": "decisions",
    "guideline_test/1": "test",
    "compensation_scheme/1": "scheme",
}


class Loader(yaml.SafeLoader):
    """Reads YAML 1.2's core types: what looks like a date is a text, and so are yes and no."""


Loader.yaml_implicit_resolvers = {}
for pattern, tag, first in [
    (r"^(?:true|false)$", "bool", "tf"),
    (r"^(?:~|null|)$", "null", ["~", "n", ""]),
    (r"^-?(?:0|[1-9][0-9]*)$", "int", "-0123456789"),
    (r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "float", "-0123456789"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

problems = 0


def fail(text):
    global problems
    problems += 1
    print(f"judge-schemas: {text}", file=sys.stderr)


def load_schemas():
    schemas = {}
    for path in sorted((ROOT / "docs/schemas").glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        schemas[path.name.removesuffix(".schema.json")] = Draft202012Validator(schema)
    return schemas


def check(validator, value, name):
    errors = sorted(validator.iter_errors(value), key=lambda error: len(str(error.json_path)))
    for error in errors[:3]:
        cause = error
        while cause.context:
            cause = max(cause.context, key=lambda one: len(one.absolute_path))
        fail(f"{name}: {cause.json_path}: {cause.message[:300]}")
    return not errors


def mistakes(value):
    """The same value with one mistake each."""
    for key in ("title", "format", "findings", "id"):
        if isinstance(value, dict) and key in value:
            wrong = copy.deepcopy(value)
            wrong["titel" if key == "title" else key + "s_"] = wrong.pop(key)
            yield f"`{key}` misspelt", wrong
    wrong = copy.deepcopy(value)
    wrong["format"] = "guideline_nothing/9"
    yield "another format", wrong


def main():
    binary = sys.argv[1]
    schemas = load_schemas()
    counts = {}
    samples = {}
    for folder in ("policies", "examples"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            value = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
            kind = KINDS.get(value.get("format"))
            if kind is None:
                continue
            # The small set and the lesson have vocabularies of their own.
            if kind == "scheme" and "small-policy-set" in str(path):
                continue
            counts[kind] = counts.get(kind, 0) + 1
            if check(schemas[kind], value, str(path.relative_to(ROOT))):
                samples.setdefault(kind, value)

    for path in sorted((ROOT / "examples").glob("*/scheme.yaml")):
        for extra in ([], ["--redact"]):
            run = subprocess.run(
                [binary, "run", str(path), "--policies", str(ROOT / "policies"), "--output", "json", *extra],
                capture_output=True,
            )
            if run.returncode not in (0, 1, 3):
                fail(f"{path}: the audit ended with status {run.returncode}")
                continue
            value = json.loads(run.stdout)
            counts["report"] = counts.get("report", 0) + 1
            if check(schemas["report"], value, f"report on {path.parent.name}"):
                samples.setdefault("report", value)
                check(schemas["report"], [value, value], "two reports")
        run = subprocess.run(
            [binary, "diff-law", str(path), "--from", "2022-10-15", "--to", "2026-10-02", "--policies",
             str(ROOT / "policies"), "--output", "json"],
            capture_output=True,
        )
        value = json.loads(run.stdout)
        counts["law-comparison"] = counts.get("law-comparison", 0) + 1
        if check(schemas["law-comparison"], value, f"comparison on {path.parent.name}"):
            samples.setdefault("law-comparison", value)

    refused = 0
    for kind, value in samples.items():
        for name, wrong in mistakes(value):
            if schemas[kind].is_valid(wrong):
                fail(f"{kind}: {name} is accepted")
            refused += 1
    deeper = {
        "report": lambda value: value["findings"][0].update(outcome="failed"),
        "policy": lambda value: value["rules"][0].update(severty="major"),
        "scheme": lambda value: value["scheme"].update(awrds=[]),
        "vocabulary": lambda value: next(iter(value["facts"].values())).update(typ="bool"),
        "waivers": lambda value: value["waivers"][0].update(expires="next year"),
        "test": lambda value: value["cases"][0].update(expect={"X-1": "passed"}),
        "calendar": lambda value: value.update(weekend=["sunday"]),
        "profile": lambda value: value.update(tighten={"x": {"value": 1}}),
        "law-comparison": lambda value: value["from"].update(verdict="guilty"),
    }
    for kind, change in deeper.items():
        if kind not in samples:
            fail(f"no valid file of kind {kind}")
            continue
        wrong = copy.deepcopy(samples[kind])
        change(wrong)
        if schemas[kind].is_valid(wrong):
            fail(f"{kind}: a typical mistake is accepted")
        refused += 1
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    print(f"judge-schemas: {len(schemas)} schemas, valid files: {listed}; mistakes refused: {refused}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
