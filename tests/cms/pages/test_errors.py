from __future__ import annotations


def test_nobody_between_us_and_the_reader_keeps_that_something_is_not_there(as_client, member):
    for client in (as_client(), as_client(member)):
        response = client.get("/wissen/gibt-es-nicht/")
        assert (response.status_code, response["Cache-Control"]) == (404, "private, no-cache")
        assert "Cookie" in response["Vary"]
