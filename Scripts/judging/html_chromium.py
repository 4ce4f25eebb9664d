"""HTML in a browser: what it shows, whether its choice of entries works, whether it is accessible, what it asks for."""

import atexit
import functools
from importlib import resources

from frame import holds

FORMATS = ["html"]
TEMPLATES = ["findings", "review-opinion"]
REQUIRES = ["selenium==4.51.0", "axe-core-python==0.1.0"]
PROGRAMS = ["chromium", "chromedriver"]
DEBIAN = ["chromium", "chromium-driver", "fonts-nanum"]

# What the page is made of besides its text; anything else came out of an input.
ELEMENTS = set(
    "html head meta title style body a main header nav details summary ol ul li div section article h1 h2 h3 h4 p dl dt "
    "dd strong code span figure figcaption pre mark table caption colgroup col thead tbody tr th td svg defs pattern "
    "rect path circle line text desc form fieldset legend label input select option datalist button script".split()
)
LOOK = """
  const all = (what) => [...document.querySelectorAll(what)];
  const ids = all('[id]').map((e) => e.id);
  return {
    text: document.querySelector('main').textContent,
    twice: ids.filter((id, place) => ids.indexOf(id) !== place),
    dangling: all('a[href^="#"]').map((a) => decodeURIComponent(a.getAttribute('href').slice(1)))
      .filter((id) => !document.getElementById(id)),
    elements: [...new Set(all('*').map((e) => e.localName))],
    handlers: all('*').flatMap((e) => [...e.attributes]).map((a) => a.name)
      .filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
    links: all('a[href]').map((a) => a.protocol).filter((p) => !['http:', 'https:', 'mailto:', 'file:'].includes(p)),
    requests: performance.getEntriesByType('resource').map((entry) => entry.name),
    scripts: all('script').length, language: document.documentElement.lang, title: document.title,
    charset: document.characterSet, mode: document.compatMode,
    rows: all('table').filter((t) => [...t.rows].some((r) => r.cells.length !== t.rows[0].cells.length)).length,
  };
"""
VISIBLE = "return document.querySelectorAll('.entry:not([hidden])').length"


@functools.cache
def browser():
    """A browser without a window, for all cases."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_script_timeout(120)
    atexit.register(driver.quit)
    return driver


def resize(driver, width, dark=False):
    """Shows the page on a screen of a width, by day or by night."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def judge(case):
    """Everything that fails is told, the page is sound by itself, and a reader can choose what to see."""
    driver = browser()
    resize(driver, 1280)
    driver.get("about:blank")
    driver.get(case.path.resolve().as_uri())
    page = driver.execute_script(LOOK)
    for key, expected in {
        "twice": [], "dangling": [], "handlers": [], "links": [], "requests": [], "rows": 0, "scripts": 1,
        "language": case.language, "charset": "UTF-8", "mode": "CSS1Compat",
    }.items():
        yield from case.equal(key, page[key], expected)
    yield from case.equal("foreign elements", sorted(set(page["elements"]) - ELEMENTS), [])
    for report in case.reports:
        yield from case.tell_disclaimer(page["text"], report)
    for finding in case.findings:
        if finding["outcome"] == "fail":
            yield from case.tell(f"message of {finding['rule']}", page["text"], case.say(finding["message"]))
    if case.template == "findings":
        yield from choose(case, driver)
    resize(driver, 390)
    yield from case.equal(
        "too wide for a phone", driver.execute_script("return document.documentElement.scrollWidth > innerWidth"), False
    )
    resize(driver, 1280)
    yield from accessible(case, driver)
    said = [entry["message"] for entry in driver.get_log("browser")]
    yield from case.equal("console", said, [])


def choose(case, driver):
    """Each box shows the entries that it counts, by mouse or by key, and the address keeps the choice."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    whole = driver.execute_script(VISIBLE)
    if whole < 2:
        return
    boxes = driver.find_elements(By.CSS_SELECTOR, "#_filter input[type=checkbox]")
    for index, box in enumerate(boxes):
        name, value = box.get_attribute("name"), box.get_attribute("value")
        count = f"return document.querySelectorAll('.entry[data-{name}=\"{value}\"]').length"
        if index % 2:
            box.send_keys(Keys.SPACE)
        else:
            box.click()
        yield from case.equal(f"entries of {name}={value}", driver.execute_script(VISIBLE), driver.execute_script(count))
        told = driver.find_element(By.ID, "_count").text
        yield from case.contain("count that is told", told, f"{driver.execute_script(count):,}")
        yield from case.contain("address", driver.current_url, box.get_attribute("data-code"))
        box.click()
    yield from case.equal("entries without a choice", driver.execute_script(VISIBLE), whole)
    selects = driver.find_elements(By.CSS_SELECTOR, "#_subject option")
    if len(selects) > 1 and driver.find_elements(By.CSS_SELECTOR, "select#_subject"):
        selects[1].click()
        with_first = "return [...document.querySelectorAll('.entry')].filter((e) => /(^| )0:/.test(e.dataset.s)).length"
        yield from case.equal("entries of a subject", driver.execute_script(VISIBLE) >= driver.execute_script(with_first), True)
        kept = driver.current_url
        shown = driver.execute_script(VISIBLE)
        driver.get("about:blank")
        driver.get(kept)
        yield from case.equal("entries after opening the address again", driver.execute_script(VISIBLE), shown)
        driver.find_element(By.CSS_SELECTOR, "#_filter button").click()
        yield from case.equal("entries after the choice is given up", driver.execute_script(VISIBLE), whole)


# One entry is built as the other: of many, some of each are looked at, or it would take minutes.
FEWER = """
  const rest = (list, most) => [...list].slice(most).forEach((element) => element.remove());
  rest(document.querySelectorAll('.entry'), 15);
  document.querySelectorAll('tbody').forEach((body) => rest(body.rows, 8));
  document.querySelectorAll('ul.items').forEach((list) => rest(list.children, 8));
  document.querySelectorAll('a[href^="#"]').forEach((a) => {
    if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) a.remove();
  });
"""


def accessible(case, driver):
    """What axe-core finds; contrast by day and by night."""
    script = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    run = """
      const [rules, done] = arguments;
      axe.run(document, rules ? {runOnly: {type: 'rule', values: rules}} : {}).then((result) => done(
        result.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(', '))));
    """
    driver.execute_script(FEWER)
    driver.execute_script(script)
    yield from case.equal("accessibility", driver.execute_async_script(run, None), [])
    resize(driver, 1280, dark=True)
    yield from case.equal("contrast by night", driver.execute_async_script(run, ["color-contrast"]), [])
    resize(driver, 1280)
