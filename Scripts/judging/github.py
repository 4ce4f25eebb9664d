"""Workflow commands of GitHub, parsed as the runner does: the first `::` ends the command."""

import re

from frame import raw_hazards

FORMATS = ["github"]
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::(.*)\Z", re.S)
SHOWN = ("fail", "error", "unknown", "manual", "waived")


def decoded(text, is_property):
    """A text with the escapes of commands undone, in the runner's order."""
    for code, character in [("%0D", "\r"), ("%0A", "\n")] + ([("%3A", ":"), ("%2C", ",")] if is_property else []):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def judge(case):
    """A command for each finding that asks for something, with its message and place."""
    text = case.path.read_text(encoding="utf-8")
    yield from case.equal("raw characters", raw_hazards(text), [])
    lines = iter(text.splitlines())
    for report in case.reports:
        findings = [finding for finding in report["findings"] if finding["outcome"] in SHOWN]
        for finding in findings:
            name = f"finding {finding['fingerprint']}"
            command, properties, message = parsed(next(lines))
            if finding["outcome"] == "fail":
                level = {"law": "error", "draft": "notice", "reference": "notice"}.get(finding["effect"], "warning")
                level = "notice" if finding["severity"] == "note" else level
                yield from case.equal(f"{name} command", command, level)
            expected = case.say(finding["message"]) or case.say(finding["question"])
            yield from case.contain(f"{name} message", message, expected)
            yield from case.contain(f"{name} word", message, case.say(finding["word"]))
            yield from case.contain(f"{name} title", properties["title"], finding["rule"])
            for cite in case.citation(finding):
                yield from case.contain(f"{name} citation", message, cite)
            location = finding["location"]
            file = location["file"] if location else report["scheme"]["path"]
            yield from case.compare(f"{name} file", properties["file"], file)
            yield from case.equal(
                f"{name} line", properties.get("line"), str(location["line"]) if location else None
            )
        command, properties, message = parsed(next(lines))
        yield from case.equal("summary", command, "notice")
        yield from case.contain("verdict", message, case.say(report["summary"]["word"]))
        yield from case.contain("disclaimer", message, case.say(report["summary"]["disclaimer"]))
    yield from case.equal("lines left over", len(list(lines)), 0)


def parsed(line):
    """A command with its properties and its message."""
    match = COMMAND.match(line)
    if not match:
        raise ValueError(f"no command: {ascii(line[:120])}")
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {k: decoded(v, True) for k, v in properties.items()}, decoded(match[3], False)
