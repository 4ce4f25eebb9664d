"""HWPX by python-hwpx: the schema, the package, what editors need to open it and every reference; then what it does
not see: counts of rows, columns and items. Damaged copies have to be noticed."""

import logging
import re
import tempfile
import zipfile
from pathlib import Path

FORMATS = ["hwpx"]
REQUIRES = ["python-hwpx==6.9.0"]
CONTROL = False
TEMPLATES = ["findings", "fix-list", "review-opinion"]
PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def problems(path):
    """What is wrong with a package, by the library and by counts."""
    from hwpx import HwpxDocument
    from hwpx.tools.id_integrity import check_id_integrity
    from hwpx.tools.package_validator import validate_editor_open_safety, validate_package
    from hwpx.tools.validator import validate_document

    for report in (validate_package(str(path)), validate_document(str(path)), validate_editor_open_safety(str(path))):
        if not report.ok:
            yield f"{type(report).__name__}: {str(report)[:400]}"
    document = HwpxDocument.open(str(path))
    for reference in check_id_integrity(document).dangling:
        yield str(reference)
    yield from counts(path)


def counts(path):
    """Attributes that say how many there are, against how many there are."""
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        header = etree.fromstring(package.read("Contents/header.xml"))
        section = etree.fromstring(package.read("Contents/section0.xml"))
    for node in header.iter():
        for name in ("itemCnt", "fontCnt"):
            if name in node.attrib and int(node.get(name)) != len(node):
                yield f"{node.tag}: {name} is {node.get(name)}, there are {len(node)}"
    identifiers = set()
    for table in section.iter(PARAGRAPH + "tbl"):
        if table.get("id") in identifiers:
            yield f"two tables have the id {table.get('id')}"
        identifiers.add(table.get("id"))
        rows = table.findall(PARAGRAPH + "tr")
        if int(table.get("rowCnt")) != len(rows):
            yield f"table {table.get('id')}: rowCnt is {table.get('rowCnt')}, there are {len(rows)} rows"
        for number, row in enumerate(rows):
            cells = row.findall(PARAGRAPH + "tc")
            if int(table.get("colCnt")) != len(cells):
                yield f"table {table.get('id')}: colCnt is {table.get('colCnt')}, there are {len(cells)} cells"
            for column, cell in enumerate(cells):
                place = cell.find(PARAGRAPH + "cellAddr")
                if (place.get("colAddr"), place.get("rowAddr")) != (str(column), str(number)):
                    yield f"table {table.get('id')}: the cell at {column}, {number} says that it is elsewhere"
        widths = {sum(int(cell.get("width")) for cell in row.iter(PARAGRAPH + "cellSz")) for row in rows}
        if widths != {int(table.find(PARAGRAPH + "sz").get("width"))}:
            yield f"table {table.get('id')}: rows of the widths {widths}"


def damaged(path, folder):
    """Copies of a package, each with one thing wrong."""
    with zipfile.ZipFile(path) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist()]

    def copy(name, change):
        target = Path(folder) / f"{name}.hwpx"
        with zipfile.ZipFile(target, "w") as package:
            for part, content in parts:
                content = change(part, content)
                if content is not None:
                    package.writestr(part, content)
        return name, target

    def replaced(part, pattern, text):
        return lambda name, content: re.sub(pattern, text, content, count=1) if name == part else content

    yield copy("no-header", lambda name, content: None if name == "Contents/header.xml" else content)
    yield copy("no-container", lambda name, content: None if name == "META-INF/container.xml" else content)
    yield copy("another-type", replaced("mimetype", b"hwp", b"pdf"))
    yield copy("broken-xml", replaced("Contents/section0.xml", b"</hp:p>", b""))
    yield copy("dangling-letters", replaced("Contents/section0.xml", b'charPrIDRef="0"', b'charPrIDRef="999"'))
    yield copy("dangling-shape", replaced("Contents/section0.xml", b'paraPrIDRef="[0-9]+"', b'paraPrIDRef="999"'))
    yield copy("more-rows", replaced("Contents/section0.xml", b'rowCnt="', b'rowCnt="1'))
    yield copy("more-items", replaced("Contents/header.xml", b'itemCnt="', b'itemCnt="1'))


def judge(case):
    """Every check passes, and none passes what is damaged."""
    yield from problems(case.path)
    case.checked += 1
    if case.template != "findings" or case.language != "ko":
        return
    # What the library says of a damaged file is expected.
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        for name, path in damaged(case.path, folder):
            case.checked += 1
            try:
                noticed = next(iter(problems(path)), None)
            except Exception as error:  # noqa: BLE001 - refusing to read it is noticing it
                noticed = error
            if noticed is None:
                yield f"a damaged package passes: {name}"
