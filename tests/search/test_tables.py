"""The plain tables of the search open from the one menu."""

from __future__ import annotations

import pytest

from search.models import Placement, Synonym


@pytest.mark.parametrize("name", ["synonym", "placement"])
def test_a_table_opens_and_stands_in_the_menu(name, forum, as_client, editor, author):
    Synonym.objects.create(typed="MBE", meant="Migrationsberatung")
    Placement.objects.create(phrase="bus", type="entry", object_id=1, title="Bus")
    address = f"/cms/search/{name}/"
    shown = as_client(editor).get(address).content.decode()
    assert "Ja" in shown or "Nein" in shown
    assert "admin/img/" not in shown  # Django's own icons are not served
    assert address in as_client(editor).get("/cms/").content.decode()
    menu = as_client(author).get("/cms/").content.decode()
    assert address not in menu and "/cms/search-engine/weights/" not in menu
    assert "/cms/search-engine/explain/" in menu
