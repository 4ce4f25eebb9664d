"""Workflow commands of GitHub, parsed as the runner does: the first `::` ends the command."""

import re

from frame import holds, raw_hazards, skeleton

FORMATS = ["github"]
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::(.*)\Z", re.S)
SHOWN = ("fail", "error", "unknown", "manual", "waived")


def decoded(text, is_property):
    """A text with the escapes of commands undone, in the runner's order."""
    for code, character in [("%0D", "\r"), ("%0A", "\n")] + ([("%3A", ":"), ("%2C", ",")] if is_property else []):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def judge(case):
    """The overall result first, then a command for the findings that ask for something, the gravest first: each is told
    by a command of its rule with its message, its subject and its line."""
    text = case.path.read_text(encoding="utf-8")
    yield from case.equal("raw characters", raw_hazards(text), [])
    commands = [parsed(line) for line in text.splitlines()]
    # A scheme begins with the command that has no line and tells the verdict.
    starts = [place for place, (_, _, message) in enumerate(commands) if said(case, message)]
    yield from case.equal("schemes", len(starts), len(case.reports))
    yield from case.equal("first command", starts[:1], [0])
    for report, start, end in zip(case.reports, starts, [*starts[1:], len(commands)]):
        command, properties, message = commands[start]
        yield from case.equal("summary", command, "notice")
        yield from case.contain("verdict", message, case.say(report["summary"]["word"]))
        yield from judge_report(case, report, commands[start + 1 : end])


def said(case, message):
    """Whether a message is that of a scheme's overall result."""
    return any(holds(message, case.say(report["summary"]["disclaimer"])) for report in case.reports)


def judge_report(case, report, commands):
    """Every finding is told; what failed comes first."""
    findings = [finding for finding in report["findings"] if finding["outcome"] in SHOWN]
    yield from case.equal("commands", len(commands) <= len(findings) and bool(commands) == bool(findings), True)
    used = set()
    order = []
    for finding in findings:
        name = f"finding {finding['fingerprint']}"
        location = finding["location"]
        file = location["file"] if location else report["scheme"]["path"]
        wanted = [case.say(finding["message"]) or case.say(finding["question"]), case.say(finding["word"])]
        wanted += case.citation(finding)
        fitting = [
            place for place, (_, properties, message) in enumerate(commands)
            if holds(properties["title"], finding["rule"]) and skeleton(file) == skeleton(properties["file"])
            and all(holds(message, text) for text in wanted)
            and (location is None or tells_line(location["line"], properties, message))
        ]
        yield from case.equal(f"{name} is told", bool(fitting), True)
        used.update(fitting)
        if finding["outcome"] == "fail" and fitting:
            level = {"law": "error", "draft": "notice", "reference": "notice"}.get(finding["effect"], "warning")
            level = "notice" if finding["severity"] == "note" else level
            yield from case.equal(f"{name} command", level in {commands[place][0] for place in fitting}, True)
            order.append(min(fitting))
    failures = {finding["rule"] for finding in findings if finding["outcome"] in ("fail", "error")}
    for place in range(len({place for place in order})):
        yield from case.equal("failures first", any(holds(commands[place][1]["title"], rule) for rule in failures), True)
    yield from case.equal("commands without a finding", len(commands) - len(used), 0)


def tells_line(line, properties, message):
    """Whether a command stands at a line of the scheme or names it."""
    return properties.get("line") == str(line) or re.search(rf"(?<![0-9]){line}(행|(?![0-9]))", message) is not None


def parsed(line):
    """A command with its properties and its message."""
    match = COMMAND.match(line)
    if not match:
        raise ValueError(f"no command: {ascii(line[:120])}")
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {k: decoded(v, True) for k, v in properties.items()}, decoded(match[3], False)
