"""JUnit XML, read by junitparser."""

from frame import holds

FORMATS = ["junit"]
REQUIRES = ["junitparser==5.0.3"]


def judge(case):
    """Failures are the failed findings, errors the errors, and what is open is skipped with the reason."""
    from junitparser import Error, Failure, JUnitXml, Skipped

    suites = JUnitXml.fromfile(str(case.path))
    skipped = ("unknown", "manual", "waived", "not_applicable", "not_in_force", "not_selected")
    counts = (suites.tests, suites.failures, suites.errors, suites.skipped)
    expected = (len(case.findings), case.count("fail"), case.count("error"), case.count(*skipped))
    yield from case.equal("stated counts", counts, expected)
    cases = {}
    for suite in suites:
        yield from case.equal(f"tests of {suite.name[:40]}", suite.tests, len(list(suite)))
        for test in suite:
            # junitparser knows properties of suites alone.
            said = {element.get("name"): element.get("value") for element in test._elem.iter("property")}
            cases.setdefault(said.get("fingerprint"), []).append(test)
    # Each policy has a suite of its own, so the order is not that of the report.
    kinds = {"fail": Failure, "error": Error, **{outcome: Skipped for outcome in skipped}}
    for finding in case.findings:
        name = f"finding {finding['fingerprint']}"
        tests = cases.get(finding["fingerprint"]) or []
        if not tests:
            yield f"{name} has no test"
            continue
        test = tests.pop(0)
        yield from case.compare(f"{name} class", test.classname, finding["policy"])
        yield from case.contain(f"{name} name", test.name, finding["rule"])
        result = test.result
        kind = kinds.get(finding["outcome"])
        yield from case.equal(f"{name} results", [type(item) for item in result], [kind] if kind else [])
        message = case.say(finding["message"]) or case.say(finding["question"])
        said = result[0].message if result else test.system_out
        yield from case.contain(f"{name} word", said, case.say(finding["word"]))
        if message:
            yield from case.contain(f"{name} message", said, message)
        grounds = (result[0].text if result and result[0].text else "") + (test.system_out or "")
        for cite in case.citation(finding):
            yield from case.contain(f"{name} citation", grounds, cite)
    yield from case.equal("tests left over", sum(map(len, cases.values())), 0)
    properties = [p for suite in suites for p in suite.properties()]
    for report in case.reports:
        disclaimer = case.say(report["summary"]["disclaimer"])
        yield from case.equal("disclaimer", any(holds(p.value, disclaimer) for p in properties), True)
