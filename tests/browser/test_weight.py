"""A public page is light: what a browser fetches on the first visit, compressed as it is sent."""

from __future__ import annotations

import pytest

from tests.browser.pages import PAGES_OF

MOST_BYTES = 150_000  # design: "under 150 kB in all on first sight"
FETCHED = "performance.getEntriesByType('resource').map(one => one.name.split('#')[0])"


def weights_of(page, path: str) -> dict[str, int]:
    """Address -> bytes over the wire, heads included, of everything that the page fetches."""
    weights: dict[str, int] = {}

    def weigh(request):
        sizes = request.sizes()
        weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    page.on("requestfinished", weigh)
    page.goto(path, wait_until="networkidle")
    for _ in range(100):  # the last reports come in a moment after the network has fallen silent
        if weights.keys() >= set(page.evaluate(FETCHED)):
            break
        page.wait_for_timeout(100)
    page.remove_listener("requestfinished", weigh)
    return weights


@pytest.mark.parametrize("path", PAGES_OF["visitor"])
def test_a_public_page_is_light_on_the_first_visit_and_nothing_comes_from_elsewhere(open_page, served, path):
    weights = weights_of(open_page(), path)
    heaviest = max(weights, key=weights.__getitem__)
    said = f"{path} weighs {sum(weights.values())} bytes; {heaviest} alone {weights[heaviest]}."
    assert 10_000 < sum(weights.values()) < MOST_BYTES, said
    assert [address for address in weights if not address.startswith(served)] == []
