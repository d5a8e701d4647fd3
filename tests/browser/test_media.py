"""Media in a browser: the right file for each screen, no jump, what is played under the guide's policy, and posters."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.blocks.test_media import FILES
from tests.browser.conftest import served
from tests.browser.test_every_page import violations
from tests.building import build
from tests.photographs import jpeg
from tests.rules.sites import SOUND

CONFIG = """\
site_name: Media
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, explainer]
markdown_extensions:
  - explainer:
      as_of: 1843-12
      embeds_from: [www.youtube-nocookie.com]
      checks: {unarchived: off, close-map: off}
"""
PAGE = """\
# Media

Some words.

/// figure | photo
///

/// figure | photo, before
    layout: wide
///

/// map | london, paris
///

/// figures
    items: [{value: "422", label: ships, source: notes}]
///

/// bars
    title: Ships
    rows: [{label: Monday, value: 3}, {label: Tuesday, value: 5}]
    sources: [notes]
///

/// figure | film
///

/// figure | talk
///

/// sources
///
"""
RECORD = """async () => {
    const canvas = document.createElement("canvas")
    const context = canvas.getContext("2d")
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" })
    const pieces = []
    recorder.ondataavailable = event => pieces.push(event.data)
    const done = new Promise(resolve => { recorder.onstop = resolve })
    recorder.start()
    for (let n = 0; n < 20; n += 1) {
        context.fillStyle = n % 2 ? "red" : "blue"
        context.fillRect(0, 0, 300, 150)
        await new Promise(resolve => setTimeout(resolve, 40))
    }
    recorder.stop()
    await done
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
}"""


PLAYED = """video => new Promise((resolve, reject) => {
    video.muted = true
    video.onerror = reject
    video.ontimeupdate = () => { if (video.currentTime > 0.1 && video.textTracks[0].cues?.length) resolve(video.currentTime) }
    video.onended = () => resolve(video.currentTime)
    video.play().catch(reject)
})"""


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("media")
    page = browser.new_page()
    film = base64.b64decode(page.evaluate(RECORD))
    page.close()
    media = FILES["data/media.yml"].replace("a.mp4", "a.webm")
    media += "- {id: photo, file: images/photo.jpg, alt: A mill, caption: The mill., credit: Ada, licence: CC0}\n"
    files = {**SOUND, **FILES, "data/media.yml": media, "mkdocs.yml": CONFIG, "docs/index.md": PAGE}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    (root / "docs" / "images" / "a.webm").write_bytes(film)
    (root / "docs" / "images" / "a.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:05.000\nShe speaks.\n")
    jpeg(root / "docs" / "images" / "photo.jpg", (3000, 2000))
    built = build(root)
    assert built.exit_code == 0, built.output
    with served(built.site) as where:
        yield where


def opened(browser: Browser, address: str, **options: object) -> tuple[BrowserContext, Page, list[str]]:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => { for (const each of list.getEntries()) window.shifts += each.value })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return context, page, asked


@pytest.mark.parametrize(
    ("width", "density", "expected"),
    [(320, 1, "-480.avif"), (390, 2, "-960.avif"), (390, 3, "-1440.avif"), (1440, 1, "-960.avif")],
)
def test_a_screen_gets_the_file_that_it_shows(
    browser: Browser, address: str, width: int, density: int, expected: str
) -> None:
    viewport = {"width": width, "height": 800}
    context, page, asked = opened(browser, address, viewport=viewport, device_scale_factor=density)
    first = page.locator("figure.ex-figure img").first
    expect(first).to_be_visible()
    assert str(first.evaluate("img => img.currentSrc")).endswith(expected)
    assert page.evaluate("window.shifts") < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith(address.split("/", 3)[0]) and "youtube" not in url for url in asked)
    context.close()


def test_what_is_far_below_is_not_fetched_at_once(browser: Browser, address: str) -> None:
    context, page, asked = opened(browser, address, viewport={"width": 390, "height": 600})
    assert not any("a.webm" in url for url in asked)
    lazy = page.locator("figure.ex-figure img[loading=lazy]")
    assert lazy.count() >= 2
    context.close()


def test_a_film_plays_under_the_policy_of_the_guide_with_its_captions(browser: Browser, address: str) -> None:
    context, page, _ = opened(browser, address)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    video = page.locator("video")
    video.scroll_into_view_if_needed()
    assert video.evaluate(PLAYED) > 0.1
    assert video.evaluate("video => video.textTracks[0].cues.length") == 1
    assert [line for line in said if "Content Security Policy" in line] == []
    context.close()


def test_a_poster_contacts_nobody_before_it_is_pressed(browser: Browser, address: str) -> None:
    context, page, asked = opened(browser, address)
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.abort())
    poster = page.locator(".ex-poster")
    poster.scroll_into_view_if_needed()
    assert not any("youtube" in url for url in asked)
    poster.locator("a").press("Enter")
    player = page.locator(".ex-poster iframe")
    expect(player).to_have_attribute("src", "https://www.youtube-nocookie.com/embed/abc")
    assert player.get_attribute("title")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str) -> None:
    context, page, _ = opened(browser, address, color_scheme=scheme, viewport={"width": 390, "height": 800})
    assert violations(page) == []
    context.close()


def test_names_on_a_map_are_legible_or_not_there(browser: Browser, address: str) -> None:
    for width in (320, 1440):
        context, page, _ = opened(browser, address, viewport={"width": width, "height": 800})
        names = page.locator(".ex-map__name")
        assert all(names.nth(n).is_visible() == (width == 1440) for n in range(names.count()))
        box = page.locator(".ex-map__drawing").bounding_box()
        assert box
        assert box["width"] / box["height"] == pytest.approx(0.8, rel=0.02)
        context.close()


def test_paper_has_the_pictures(browser: Browser, address: str, tmp_path: Path) -> None:
    context, page, _ = opened(browser, address)
    page.emulate_media(media="print")
    expect(page.locator("figure.ex-figure img").first).to_be_visible()
    expect(page.locator("video[poster]")).to_be_visible()
    assert page.pdf(path=tmp_path / "page.pdf")
    context.close()
