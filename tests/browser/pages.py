"""The pages of the demo world, by who reads them: for axe, and for whoever wants to look at all of them."""

from __future__ import annotations

PAGES_OF = {
    "visitor": [
        "/",
        "/wissen/",
        "/wissen/?kind=offer&topic=wohnen",
        "/wissen/sprachkurse-ohne-bus/",
        "/themen/",
        "/themen/wohnen/",
        "/suche/",
        "/suche/?q=Wohnung",
        "/suche/?q=hyhehyhe",
        "/ueber-uns/",
        "/barrierefreiheit/",
        "/datenschutz/",
        "/impressum/",
        "/konto/anmelden/",
        "/konto/passwort/vergessen/",
        "/api/v1/docs/",
        "/feeds/",
        "/barrierefreiheit/melden/",
        "/barrierefreiheit/melden/danke/",
        "/gibt-es-nicht/",
    ],
    "member": [
        "/start/",
        "/wissen/",
        "/wissen/sprachkurse-ohne-bus/",
        "/suche/?q=Sprachkurs",
        "/konto/",
        "/konto/profil/",
        "/konto/zugaenge/",
        "/konto/feeds/",
        "/konto/feeds/neu/",
        "/konto/daten/",
        "/konto/sitzungen/",
        "/konto/abmelden/",
    ],
    "editor2": [
        "/cms/",
        "/cms/entries/due/",
        "/cms/entries/bring-in/",
    ],
}
