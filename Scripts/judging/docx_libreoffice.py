"""DOCX, opened by LibreOffice and printed: no letter is cut off, and pages repeat the heads of tables."""

import subprocess
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from frame import skeleton

FORMATS = ["docx"]
REQUIRES = ["python-docx==1.2.0"]
PROGRAMS = ["soffice", "pdftotext"]
DEBIAN = ["libreoffice-writer-nogui", "poppler-utils", "fonts-nanum"]
CONTROL = False
TEMPLATES = ["findings", "fix-list", "review-opinion"]
# Rows that do not fit on a page together, whatever they say.
LONG = 60


def printed(path):
    """The texts of the pages, as they are drawn."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
            "--outdir", folder, str(path),
        ]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
        written = list(Path(folder).glob("*.pdf"))
        if not written:
            raise RuntimeError(done.stdout.strip()[-400:])
        text = subprocess.run(
            ["pdftotext", "-raw", "-enc", "UTF-8", str(written[0]), "-"], stdout=subprocess.PIPE, check=True
        ).stdout.decode()
    return [page for page in text.split("\f") if page.strip()]


def letters(text):
    """How often each letter stands in a text; marks that typefaces compose are left out."""
    text = unicodedata.normalize("NFKC", skeleton(text))
    return Counter(letter for letter in text if unicodedata.category(letter)[0] in "LN")


def judge(case):
    """Every letter of the document stands on a page; heads of long tables stand on several."""
    import docx

    document = docx.Document(str(case.path))
    pages = printed(case.path)
    said = "".join(node.text or "" for node in document.element.iter() if node.tag.endswith("}t"))
    lost = letters(said) - letters("".join(pages))
    case.checked += 1
    if sum(lost.values()) > 0:
        yield f"letters of the document that are on no page: {dict(lost.most_common(8))}"
    pages = [skeleton(page) for page in pages]
    for number, table in enumerate(document.tables, 1):
        rows = table._tbl.tr_lst
        if len(rows) < LONG or len(rows[0].tc_lst) < 3:
            continue
        head = skeleton("".join(node.text or "" for node in rows[0].iter() if node.tag.endswith("}t")))
        case.checked += 1
        if sum(head in page for page in pages) < 2:
            yield f"table {number}: its head stands on fewer than two of {len(pages)} pages"
