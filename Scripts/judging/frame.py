"""What judges share: the case they look at, and what it means for two texts to say the same.

A judge is a file of this folder with the constants

    FORMATS = ["xlsx"]            formats that it reads
    REQUIRES = ["openpyxl==3.1.5"]  libraries of PyPI, pinned (may be left out)
    PROGRAMS = ["soffice"]        programs that must be there (may be left out)
    FILES = ["/usr/lib/libreoffice/program/libsclo.so"]  parts of programs that must be there (may be left out)
    DEBIAN = ["libreoffice-calc-nogui"]  packages that bring them (may be left out)
    TEMPLATES = ["findings"]      documents that it reads (may be left out)
    CONTROL = ["findings"]        documents in which it compares messages; False for none (may be left out: all)

and a function `judge(case)` that yields what is wrong, a line for each thing. It compares the output with the JSON
report; `case.findings` are the findings of all reports in order.
"""

import copy
import importlib
import json
import re
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

OUTCOMES = [
    "error", "fail", "unknown", "manual", "waived", "pass", "info", "not_applicable", "not_in_force", "not_selected",
]
# Characters that the product never shows raw, beside controls: they reorder or take no room.
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ufdd0-\ufdef\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
)
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
WRITTEN_OUT = re.compile(r"\\u\{[0-9A-Fa-f]+\}|\\[nrt](?![a-z])")


def skeleton(text):
    """A text without what hides and without the escapes in its place, with single spaces."""
    text = WRITTEN_OUT.sub(" ", text or "")
    text = HIDDEN.sub(" ", CONTROL.sub(" ", text))
    return "".join(text.split())


def same(actual, expected):
    """Whether two texts say the same to a reader."""
    return skeleton(actual) == skeleton(expected)


def holds(actual, expected):
    """Whether a text says, among other things, what another says."""
    return skeleton(expected) in skeleton(actual)


def raw_hazards(text, allowed="\n"):
    """Characters of a text that could deceive a reader; joiners within emoji are none."""
    found = CONTROL.findall(text) + HIDDEN.findall(text)
    return sorted({f"U+{ord(c):04X}" for c in found if c not in allowed + "\u200d\ufe0e\ufe0f"})


@dataclass
class Case:
    """One output with the reports that it was rendered from."""

    judge: str
    name: str
    language: str
    template: str
    format: str
    path: Path
    reports: list
    checked: int = 0
    findings: list = field(default_factory=list)

    def say(self, text):
        """A text of a report in the case's language; nothing where there is none."""
        return (text or {}).get(self.language) or ""

    def citation(self, finding):
        """The places where a finding's rule is written."""
        return [self.say(citation["cite"]) for citation in finding["citations"]]

    def count(self, *outcomes):
        """How many findings have one of some outcomes."""
        return sum(finding["outcome"] in outcomes for finding in self.findings)

    def compare(self, what, actual, expected):
        """Yields a line where a text differs from the report's."""
        self.checked += 1
        if not same(actual, expected):
            yield f"{what}: got {shown(actual)}, the report says {shown(expected)}"

    def contain(self, what, actual, expected):
        """Yields a line where a text leaves out what the report says."""
        self.checked += 1
        if not holds(actual, expected):
            yield f"{what}: {shown(expected)} is missing in {shown(actual)}"

    def tell(self, what, actual, message):
        """Yields a line where a text leaves out a finding's message. A Korean opinion ends its sentences in nouns: the
        last word of a sentence may be another there."""
        if self.template == "review-opinion":  # where the subject stands before what is said of it
            message = re.sub(r"^[^:]{1,80}: \s*\S", "", message)
        pieces = [message]
        if self.template == "review-opinion" and self.language == "ko":
            pieces = [
                re.sub(r"\s*\S+다$", "", piece) for piece in re.split(r"(?<=다)\.(?:\s+|$)", message) if piece
            ]
        for piece in pieces:
            yield from self.contain(what, actual, piece)

    def tell_disclaimer(self, actual, report):
        """Yields a line where a text leaves out a report's disclaimer, which may begin with a capital letter."""
        yield from self.contain("disclaimer", actual, self.say(report["summary"]["disclaimer"])[1:])

    def equal(self, what, actual, expected):
        """Yields a line where a value differs from the report's."""
        self.checked += 1
        if actual != expected:
            yield f"{what}: got {actual!r}, expected {expected!r}"


def shown(text):
    """A text, short and safe to print."""
    text = ascii(text) if raw_hazards(text or "") else repr(text)
    return text if len(text) <= 160 else text[:160] + "…"


def problems(case):
    """What a judge finds wrong, the first ten things."""
    found = []
    try:
        for problem in importlib.import_module(case.judge).judge(case):
            found.append(problem)
            if len(found) >= 10:
                break
    except Exception:  # noqa: BLE001 - whatever a reader throws is a verdict on the output
        found.append("the reader failed: " + traceback.format_exc(limit=-3).strip())
    if not found and case.checked == 0:
        found.append("the judge compared nothing")
    return found


def compares_messages(case):
    """Whether a judge compares the messages of a document, or only how the file is built."""
    control = getattr(sys.modules.get(case.judge), "CONTROL", True)
    return control is True or bool(control) and case.template in control


def changed(case):
    """The same output beside a report of which one message says something else; nothing where none has one."""
    other = copy.deepcopy(case)
    other.checked = 0
    other.findings = [finding for report in other.reports for finding in report["findings"]]
    for finding in other.findings:
        if finding["outcome"] == "fail" and other.say(finding["message"]):
            finding["message"][case.language] += " 0000"
            return other
    return None


def main():
    """Runs each case of a file and prints a line for it."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    # Judges import `frame`: it is this module.
    sys.modules["frame"] = sys.modules["__main__"]
    loaded, controlled, failed = {}, set(), 0
    for entry in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        path = entry.pop("report")
        if path not in loaded:
            read = json.loads(Path(path).read_text(encoding="utf-8"))
            loaded[path] = read if isinstance(read, list) else [read]
        case = Case(**{**entry, "path": Path(entry["path"])}, reports=loaded[path])
        case.findings = [finding for report in case.reports for finding in report["findings"]]
        start = time.monotonic()
        found = problems(case)
        # A judge that accepts another report's output says nothing: each has to refuse one once.
        is_new = (case.judge, case.format, case.template) not in controlled
        control = changed(case) if is_new and compares_messages(case) else None
        if not found and control is not None:
            controlled.add((case.judge, case.format, case.template))
            if not problems(control):
                found.append("the judge does not notice a message that was changed")
        name = f"{case.judge} {case.format} {case.name}.{case.language}"
        if case.template != "findings":
            name += f" {case.template}"
        if found:
            failed += 1
            print(f"judges: FAILED {name}", *found, sep="\n  ", flush=True)
        else:
            taken = time.monotonic() - start
            print(f"judges: ok {name}: {case.checked} comparisons, {taken:.1f} s", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
