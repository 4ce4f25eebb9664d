"""PDF, read by poppler: its text can be searched, its fonts come along, and it says what it is."""

import subprocess
import unicodedata

FORMATS = ["pdf"]
TEMPLATES = ["findings", "review-opinion"]
PROGRAMS = ["chromium", "pdftotext", "pdffonts", "pdfinfo"]
DEBIAN = ["chromium", "fonts-nanum", "poppler-utils"]


def told(*command):
    """What a program says."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout


def can_be_drawn(text):
    """Whether a text consists of characters that the fonts of these packages have."""
    return all(unicodedata.category(c)[0] in "LNPZ" and (c < "\u0250" or "\uac00" <= c <= "\ud7a3") for c in text)


def judge(case):
    """Each failure can be found in the text of the pages, without what stands above and below it."""
    info = dict(line.split(":", 1) for line in told("pdfinfo", str(case.path)).splitlines() if ":" in line)
    said = {key: value.strip() for key, value in info.items()}
    yield from case.equal("tagged", said.get("Tagged"), "yes")
    yield from case.equal("title", bool(said.get("Title")), True)
    yield from case.equal("times", [said.get("CreationDate"), said.get("ModDate")], [None, None])
    yield from case.equal("paper", said.get("Page size", "").endswith("(A4)"), True)
    fonts = told("pdffonts", str(case.path)).splitlines()[2:]
    yield from case.equal("fonts", bool(fonts), True)
    for font in fonts:
        yield from case.equal(f"embedded: {font}", font.split()[-5], "yes")
    # Points from the upper left corner of A4, without the head and the foot of each page.
    text = told("pdftotext", "-x", "0", "-y", "54", "-W", "595", "-H", "738", str(case.path), "-")
    for report in case.reports:
        yield from case.tell_disclaimer(text, report)
    for finding in case.findings:
        message = case.say(finding["message"])
        if finding["outcome"] == "fail" and can_be_drawn(message):
            yield from case.tell(f"message of {finding['rule']}", text, message)
