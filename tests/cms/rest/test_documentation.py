from __future__ import annotations

import json
import re

import yaml

from cms.rest.documentation import schema_text


def test_the_index_names_what_can_be_asked(forum, api):
    index = api().json("")
    assert index["entries"] == "/api/v1/entries/"
    for address in index.values():
        assert api().get(address).status_code in (200, 400 if "suggest" in address else 200, 401)


def test_the_document_comes_as_yaml_or_json(forum, api):
    client = api()
    forms = {
        "": "application/vnd.oai.openapi; charset=utf-8",
        "?format=yaml": "application/vnd.oai.openapi; charset=utf-8",
        "?format=json": "application/vnd.oai.openapi+json",
    }
    for query, content_type in forms.items():
        response = client.get(f"/api/v1/schema/{query}", headers={"accept": "text/html"})
        assert (response.status_code, response["Content-Type"]) == (200, content_type)
        assert yaml.safe_load(response.content) == json.loads(schema_text("json"))
    asked = client.get("/api/v1/schema/", headers={"accept": "application/json"})
    assert asked["Content-Type"] == forms["?format=json"]
    assert "Accept" in asked["Vary"]


def test_a_form_that_is_not_offered_is_refused(forum, api):
    response = api().get("/api/v1/schema/?format=xml")
    assert (response.status_code, list(response.json()["errors"])) == (400, ["format"])


def test_the_page_names_every_operation_with_its_plugin(forum, api):
    page = api().get("/api/v1/docs/").content.decode()
    for path, methods in json.loads(schema_text("json"))["paths"].items():
        for method, operation in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in page
            assert f'<h2 id="{operation["x-origin"]}">' in page


def test_the_page_says_what_an_entry_needs_to_be_written(forum, api):
    page = api().get("/api/v1/docs/").content.decode()
    _before, _head, sent = page.partition('id="post_entries-takes"')
    table, _end, _after = sent.partition("</table>")
    lines = re.findall(r"<code>(\w+)</code></th><td>([^<]*)", table)
    needed = [name for name, kind in lines if "needed" in kind]
    assert needed == [name for name, _kind in lines][:2] == ["title", "kind"]
    assert {"summary", "body_html", "county"} <= {name for name, _kind in lines}


def test_the_page_needs_no_script_and_no_inline_style(forum, api):
    page = api().get("/api/v1/docs/").content.decode()
    assert "style=" not in page
    assert page.count("<script") == page.count('<script src="/static/')


def test_who_is_signed_in_need_not_load_the_page_twice(as_client, member):
    client = as_client(member)
    first = client.get("/api/v1/docs/")
    again = client.get("/api/v1/docs/", headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first["Cache-Control"] == again["Cache-Control"] == "private, no-cache"


def test_other_methods_are_refused_as_everywhere_in_the_api(forum, api):
    response = api().post("/api/v1/docs/", {})
    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
