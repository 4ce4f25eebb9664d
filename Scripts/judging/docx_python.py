"""DOCX by python-docx: styles, heads of tables, links that lead somewhere."""

import re
import zipfile

FORMATS = ["docx"]
REQUIRES = ["python-docx==1.2.0"]
CONTROL = False
TEMPLATES = ["findings", "fix-list", "review-opinion"]
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def judge(case):
    """What a word processor and a screen reader rely on."""
    import docx

    document = docx.Document(str(case.path))
    # A style that is not defined would be read as the default one.
    defined = {style.style_id for style in document.styles}
    used = {node.get(WORDS + "val") for tag in ("pStyle", "rStyle", "tblStyle") for node in nodes(document, tag)}
    yield from case.equal("undefined styles", used - defined, set())
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    yield from case.equal("first style", styles[0], "Title")
    case.checked += 1
    if not any(name.startswith("Heading") for name in styles):
        yield "there is no heading"
    for number, table in enumerate(document.tables, 1):
        rows = table._tbl.tr_lst
        widths = [column.get(WORDS + "w") for column in table._tbl.tblGrid]
        case.checked += 1
        if any(len(row.tc_lst) != len(widths) for row in rows):
            yield f"table {number}: a row has not {len(widths)} cells"
        heads = [row.find(f"./{WORDS}trPr/{WORDS}tblHeader") is not None for row in rows]
        if any(heads[1:]) or (len(widths) > 2 and not heads[0]):
            yield f"table {number}: its first row is not its head, or another is"
    yield from judge_links(case, document)
    yield from case.equal("language", document.core_properties.language, {"ko": "ko-KR", "en": "en-GB"}[case.language])
    with zipfile.ZipFile(case.path) as package:
        years = {info.date_time for info in package.infolist()}
    yield from case.equal("times", years, {(1980, 1, 1, 0, 0, 0)})


def nodes(document, tag):
    """All elements of a name."""
    return document.element.iter(WORDS + tag)


def judge_links(case, document):
    """Places have names of their own, links lead to them or to pages elsewhere."""
    places = [node.get(WORDS + "name") for node in nodes(document, "bookmarkStart")]
    numbers = [node.get(WORDS + "id") for node in nodes(document, "bookmarkStart")]
    yield from case.equal("repeated places", len(places) - len(set(places)), 0)
    yield from case.equal("repeated numbers of places", len(numbers) - len(set(numbers)), 0)
    links = list(nodes(document, "hyperlink"))
    anchors = {node.get(WORDS + "anchor") for node in links} - {None}
    yield from case.equal("links to nowhere", anchors - set(places), set())
    for node in links:
        identifier = node.get(RELATIONS + "id")
        if identifier is not None:
            target = document.part.rels[identifier].target_ref
            case.checked += 1
            if not re.match("https?://|mailto:|[^:]*(/|$)", target):
                yield f"a link leads to {target!r}"
