"""Markdown as GitHub reads it, read by markdown-it: what it says, and that nothing in it is more than text."""

import html
import re

FORMATS = ["markdown"]
TEMPLATES = ["findings", "review-opinion"]
REQUIRES = ["markdown-it-py==4.3.0", "linkify-it-py==2.0.3"]

OWN = re.compile(r'<a id="[A-Za-z0-9_.-]+">|</a>|<br>|</?strong>|</?code>')


def judge(case):
    """Every failure is told; elements of HTML, links and rows are the document's own."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("gfm-like")
    # GitHub links addresses with a scheme or `www.`, not every name with a point.
    parser.linkify.set({"fuzzy_link": False})
    source = case.path.read_text(encoding="utf-8")
    tokens = parser.parse(source)
    names, cells, columns, texts = set(), 0, 0, []
    links = []
    for token in tokens:
        if token.type == "html_block":
            yield from case.equal("block of HTML", OWN.sub("", token.content).strip(), "")
        if token.type == "thead_open":
            columns = 0
        if token.type == "th_open":
            columns += 1
        if token.type == "tr_open":
            cells = 0
        if token.type == "td_open":
            cells += 1
        if token.type == "tr_close" and cells:
            yield from case.equal("cells of a row", cells, columns)
        if token.type in ("fence", "code_block"):
            yield from case.equal("kind of code", token.type, "fence")
            texts.append(token.content)
        for child in token.children or []:
            if child.type == "html_inline":
                yield from case.equal("element of HTML", OWN.sub("", child.content), "")
                names.update(re.findall(r'<a id="([^"]+)">', child.content))
            elif child.type == "link_open":
                yield from case.equal("link made of a text", child.info, "")
                links.append(child.attrs["href"])
            elif child.type == "image":
                yield "an image"
            texts.append(child.content if child.type in ("text", "code_inline", "text_special") else "")
        texts.append("\n")
    text = "".join(texts)
    for href in links:
        if href.startswith("#"):
            yield from case.equal(f"place {href}", href[1:] in names, True)
        else:
            yield from case.equal(f"address {href}", bool(re.match(r"https?://|mailto:|[^:]*$", href)), True)
    # Services link mentions and numbers of issues wherever they stand as text.
    plain = "\n".join(child.content for token in tokens for child in outside_links(token.children or []))
    yield from case.equal("mentions", re.findall(r"(?<![\w`])@[A-Za-z0-9][\w-]*", plain)[:3], [])
    yield from case.equal("numbers of issues", re.findall(r"(?<!\w)#[0-9]+", plain)[:3], [])
    yield from case.equal("addresses", re.findall(r"(?i)(?<!\w)www\.\w", plain)[:3], [])
    for report in case.reports:
        yield from case.tell_disclaimer(text, report)
    for finding in case.findings:
        if finding["outcome"] == "fail":
            yield from case.tell(f"message of {finding['rule']}", text, case.say(finding["message"]))
    yield from case.equal("entities left over", html.unescape(text) == text or case.name == "hostile", True)


def outside_links(children):
    """Pieces of text that are no link: what stands in one is not linked again."""
    depth = 0
    for child in children:
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if depth == 0 and child.type in ("text", "text_special"):
            yield child
