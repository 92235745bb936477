"""Guards the filters of the search page: folded on a phone, so that hits come first, and beside the hits where there is room."""

from __future__ import annotations

from tests.browser.waiting import until


def searched(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/soeg/?q=kommune")
    page.wait_for_selector("#traeffere li a")
    return page


def test_on_a_phone_hits_come_first_and_the_filters_unfold(browser, address):
    page = searched(browser, address, 390)
    first = page.locator("#traeffere li a").first.bounding_box()["y"]
    folded = page.is_visible("#facetter")
    page.click("#filtre summary")
    page.locator("#facetter input").first.check()
    until(page, "document.querySelector('#filtre summary').textContent.includes('valgt')")
    told, unfolded = page.inner_text("#filtre summary"), page.is_visible("#facetter")
    page.close()

    assert not folded
    assert first < 844 - 200
    assert told == "Afgræns (1 valgt)"
    assert unfolded


def test_where_there_is_room_the_filters_stand_beside_the_hits_without_a_handle(browser, address):
    page = searched(browser, address, 1280)
    filters, hits = page.locator("#facetter").bounding_box(), page.locator("#traeffere").bounding_box()
    handle = page.is_visible("#filtre summary")
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_viewport_size({"width": 1280, "height": 844})
    again = page.is_visible("#facetter")
    page.close()

    assert filters["x"] > hits["x"] + hits["width"] - 1
    assert not handle
    assert again


def test_a_page_without_a_query_has_no_filters(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/soeg/")
    shown = page.is_visible("#filtre")
    page.close()

    assert not shown
