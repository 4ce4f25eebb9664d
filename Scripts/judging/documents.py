"""HWPX and DOCX against each other: two readers that others wrote find the same tables, cell by cell, and the same
paragraphs, in the same order, and in them what the report says."""

FORMATS = ["hwpx", "docx"]
REQUIRES = ["hwp-hwpx-parser==1.0.0", "python-docx==1.2.0"]
TEMPLATES = ["findings", "fix-list", "review-opinion"]
CONTROL = ["findings", "review-opinion"]


def tables_of_hwpx(path):
    """The tables of a document, as rows of texts."""
    import hwp_hwpx_parser

    with hwp_hwpx_parser.Reader(str(path)) as reader:
        return [[[cell or "" for cell in row] for row in table.rows] for table in reader.get_tables()]


def tables_of_docx(path):
    """The tables of a document, as rows of texts."""
    import docx

    # `row.cells` looks a cell up by its place in the whole table, which takes long where that is long.
    return [
        [["\n".join(p.text for p in cell.paragraphs) for cell in cells(row, table)] for row in table.rows]
        for table in docx.Document(str(path)).tables
    ]


def cells(row, table):
    """The cells of a row that holds one for each column."""
    from docx.table import _Cell

    return [_Cell(cell, table) for cell in row._tr.tc_lst]


def paragraphs_of_hwpx(path):
    """The texts of the paragraphs outside tables."""
    import hwp_hwpx_parser

    with hwp_hwpx_parser.Reader(str(path)) as reader:
        lines = reader.text.split("\n")
    return [line for line in lines if line.strip() and not line.startswith("| ")]


def paragraphs_of_docx(path):
    """The texts of the paragraphs outside tables."""
    import docx

    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text.strip()]


def judge(case):
    """Compares one format with the other, and what is said with the report."""
    hwpx, docx = (case.path.with_suffix("." + form) for form in FORMATS)
    if case.format == "hwpx":
        found, expected = tables_of_hwpx(hwpx), tables_of_docx(docx)
        yield from case.equal("tables", len(found), len(expected))
        for number, (table, other) in enumerate(zip(found, expected), 1):
            yield from case.equal(f"table {number}: rows", len(table), len(other))
            for line, (row, cells) in enumerate(zip(table, other), 1):
                yield from case.equal(f"table {number}, row {line}: cells", len(row), len(cells))
                for place, (text, cell) in enumerate(zip(row, cells), 1):
                    yield from case.compare(f"table {number}, row {line}, cell {place}", text, cell)
        said = [text for table in found for row in table for text in row] + paragraphs_of_hwpx(hwpx)
    else:
        found, expected = paragraphs_of_docx(docx), paragraphs_of_hwpx(hwpx)
        yield from case.equal("paragraphs", len(found), len(expected))
        for number, (text, other) in enumerate(zip(found, expected), 1):
            yield from case.compare(f"paragraph {number}", text, other)
        said = [text for table in tables_of_docx(docx) for row in table for text in row] + found
    yield from judge_content(case, "\n".join(said))


def judge_content(case, said):
    """What every document says of a report."""
    for report in case.reports:
        if (report.get("provenance") or {}).get("kind") == "reconstructed":
            banner = {"ko": "해당 회사가 작성하거나 제출한 문서가 아님", "en": "not a document of that company"}
            yield from case.contain("banner", said, banner[case.language])
    if case.template != "fix-list":  # which says what to do, not what is wrong
        for finding in case.findings:
            if finding["outcome"] == "fail" and case.say(finding["message"]):
                yield from case.tell(finding["rule"], said, case.say(finding["message"]))
    if case.template != "findings":
        return
    for report in case.reports:
        yield from case.contain("verdict", said, case.say(report["summary"]["word"]))
        yield from case.contain("disclaimer", said, case.say(report["summary"]["disclaimer"]))
        for item in report["inputs"]:
            yield from case.contain("digest", said, item["sha256"])
    for rule in sorted({finding["rule"] for finding in case.findings}):
        yield from case.contain("rule", said, rule)
