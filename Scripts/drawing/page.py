"""Draws a report's page as a browser shows it: the first screen, and below it the choice of entries with an entry.

usage: page.py PAGE.html PICTURE.png
"""

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from selenium import webdriver

WIDTH, TOP, BELOW = 1280, 620, 900


def main():
    """Takes both pictures and puts them one below the other."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    try:
        driver.get(Path(sys.argv[1]).resolve().as_uri())
        first = shot(driver, TOP)
        # A failure says most of what an entry holds.
        driver.execute_script("""
          document.querySelector('#_filter input[data-code=fail]')?.click();
          document.getElementById('_filter').scrollIntoView();
        """)
        second = shot(driver, BELOW)
    finally:
        driver.quit()
    picture = Image.new("RGB", (WIDTH, TOP + BELOW + 9), "white")
    picture.paste(first, (0, 0))
    picture.paste(second, (0, TOP + 9))
    ImageDraw.Draw(picture).rectangle((0, TOP, WIDTH, TOP + 8), fill="#c9ced6")
    picture.quantize(128, dither=Image.Dither.NONE).save(sys.argv[2], optimize=True)


def shot(driver, height):
    """What the window shows."""
    size = {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    return Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")


if __name__ == "__main__":
    main()
