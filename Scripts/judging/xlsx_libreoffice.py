"""Workbooks, opened by LibreOffice and written as CSV: it shows the texts of the report."""

import csv
import subprocess
import tempfile
from pathlib import Path

FORMATS = ["xlsx"]
PROGRAMS = ["soffice"]
# LibreOffice may be there without its spreadsheets.
FILES = ["/usr/lib/libreoffice/program/libsclo.so"]
DEBIAN = ["libreoffice-calc-nogui"]
# Comma, quote, UTF-8, from line 1, as shown, not all quoted, no formulas; the sheet's number comes last.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{}"


def judge(case):
    """The sheet of findings has a row for each finding with its message and fingerprint."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            FILTER.format(2), "--outdir", folder, str(case.path),
        ]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
        written = list(Path(folder).glob("*.csv"))
        yield from case.equal(f"files written ({done.stdout.strip()[-200:]})", len(written), 1)
        with written[0].open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    yield from case.equal("rows", len(rows) - 1, len(case.findings))
    message = rows[0].index("내용" if case.language == "ko" else "Message")
    fingerprint = rows[0].index("식별값" if case.language == "ko" else "Fingerprint")
    for row, finding in zip(rows[1:], case.findings):
        yield from case.equal("fingerprint", row[fingerprint], finding["fingerprint"])
        yield from case.compare("message", row[message], case.say(finding["message"]))
