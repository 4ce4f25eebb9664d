"""The report's own JSON, judged by the JSON Schema that the program publishes for it."""

import json

FORMATS = ["json"]
REQUIRES = ["jsonschema==4.26.0"]


def judge(case):
    """Every report holds to the schema, and what is rendered from a saved report is that report."""
    from jsonschema import Draft202012Validator

    schema = json.loads((case.path.parent.parent / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    read = json.loads(case.path.read_text(encoding="utf-8"))
    reports = read if isinstance(read, list) else [read]
    yield from case.equal("reports", len(reports), len(case.reports))
    for error in validator.iter_errors(read):
        yield f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    for report, saved in zip(reports, case.reports):
        # A report says which language it was last rendered in.
        options = {**saved["options"], "language": case.language}
        yield from case.equal("report is the saved one", report == {**saved, "options": options}, True)
