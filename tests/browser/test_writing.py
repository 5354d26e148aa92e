"""The form of an entry, as somebody writes in it who has never seen one."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def form(open_page):
    """The editor's form of a new good practice."""
    page = open_page("editor")
    page.goto("/cms/pages/")
    page.goto(page.locator("a", has_text="Wissen").first.get_attribute("href"))
    index = re.search(r"/cms/pages/(\d+)/", page.url)[1]
    page.goto(f"/cms/pages/add/cms/goodpractice/{index}/")
    return page


def test_a_date_stays_as_it_was_typed(form):
    form.get_by_role("tab", name="Organisation").click()
    date = form.locator("#id_review_by")
    for typed in ("30.11.2027", "2027-11-30", "31.2.2027"):
        date.click()
        form.wait_for_timeout(400)  # the calendar opens a moment later
        form.keyboard.press("Control+A")
        form.keyboard.type(typed)
        form.keyboard.press("Tab")
        form.wait_for_timeout(200)
        assert date.input_value() == typed
        assert form.locator(".xdsoft_datetimepicker:visible").count() == 0


def test_a_day_chosen_in_the_calendar_stands_in_the_field(form):
    form.get_by_role("tab", name="Organisation").click()
    form.locator("#id_review_by").click()
    form.locator(".xdsoft_datetimepicker:visible td.xdsoft_date:not(.xdsoft_other_month)").last.click()
    assert re.fullmatch(r"(28|29|30|31)\.\d\d\.\d{4}", form.locator("#id_review_by").input_value())


def test_a_table_has_one_field_for_its_caption(form):
    section = form.locator("section.w-panel", has=form.get_by_role("heading", name="Ergebnisse"))
    section.get_by_title("Einen Block einfügen").last.click()
    form.get_by_role("option", name="Tabelle").click()
    section.locator("input[name$='-value-caption']").wait_for(state="visible")
    section.locator(".handsontable").first.wait_for(state="visible")
    wagtails = section.locator("[id$='-handsontable-col-caption']")
    assert wagtails.count() == 1
    assert not wagtails.is_visible()
