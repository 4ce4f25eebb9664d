"""PDF by pypdf: its sheets are counted, its links and headings lead somewhere, and its structure is whole, also where
a long document was printed in parts."""

import re

FORMATS = ["pdf"]
REQUIRES = ["pypdf==7.1.0"]
PROGRAMS = ["chromium"]
DEBIAN = ["chromium", "fonts-nanum"]
CONTROL = False
TEMPLATES = ["findings", "review-opinion"]


def judge(case):
    """What a reader's program goes by beside the pages."""
    import pypdf

    document = pypdf.PdfReader(str(case.path), strict=True)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(document.pages, 1)}
    count = len(pages)
    yield from case.equal("sheets that are told apart", count, len(document.pages))
    for number in sorted({1, 2, count // 2, count - 1, count} & set(range(1, count + 1))):
        # What this font draws for a space is read as a control character.
        lines = re.sub(r"[^\S\n]|\x01", "", document.pages[number - 1].extract_text()).split("\n")
        numbers = [line for line in lines if re.fullmatch(r"\d+/\d+", line)]
        yield from case.equal(f"number of sheet {number}", numbers[:1], [f"{number}/{count}"])
    places = document.named_destinations
    links = 0
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            place = annotation.get_object().get("/Dest")
            if place is not None:
                links += 1
                case.checked += 1
                if str(place) not in places:
                    yield f"a link leads to {place}, which is nowhere"
    if case.template == "findings":
        yield from case.equal("there are links", links > 0, True)
    for name, place in places.items():
        case.checked += 1
        if place.page.idnum not in pages:
            yield f"the place {name} is on no page"
    yield from judge_headings(case, document)
    yield from judge_structure(case, document)


def judge_headings(case, document):
    """Headings stand in the order of the pages, and the first is the title."""
    found = []
    pending = list(document.outline)
    while pending:
        item = pending.pop(0)
        if isinstance(item, list):
            pending = item + pending
        else:
            found.append((document.get_destination_page_number(item), item.title))
    yield from case.equal("order of headings", [page for page, _ in found], sorted(page for page, _ in found))
    title = document.metadata.title or ""
    yield from case.equal("first heading", bool(found) and title.startswith(found[0][1]), True)


def judge_structure(case, document):
    """Every page and link has its part of the structure, and every part its parent."""
    root = document.trailer["/Root"]["/StructTreeRoot"]
    keys, pending = set(), [root["/ParentTree"]]
    while pending:
        tree = pending.pop().get_object()
        numbers = [int(number) for number in tree.get("/Nums", [])[::2]]
        keys.update(numbers)
        yield from case.equal("order of keys", numbers, sorted(set(numbers)))
        if "/Limits" in tree:
            yield from case.equal("limits", [int(n) for n in tree["/Limits"]], [numbers[0], numbers[-1]])
        pending += tree.get("/Kids", [])
    used = [page["/StructParents"] for page in document.pages if "/StructParents" in page]
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            key = annotation.get_object().get("/StructParent")
            used += [] if key is None else [key]
    yield from case.equal("keys that are used twice", len(used) - len(set(used)), 0)
    yield from case.equal("keys that lead nowhere", set(used) - keys, set())
    reached, wrong, pending = 0, 0, [(root["/K"], root.indirect_reference)]
    while pending:
        part, parent = pending.pop()
        part = part.get_object()
        if isinstance(part, list):
            pending += [(one, parent) for one in part]
        elif isinstance(part, dict) and "/S" in part:
            reached += 1
            wrong += part.raw_get("/P").idnum != parent.idnum
            if "/K" in part:
                pending.append((part["/K"], part.indirect_reference))
    yield from case.equal("parts without their parent", wrong, 0)
    yield from case.equal("there is a structure", reached > len(document.pages), True)
