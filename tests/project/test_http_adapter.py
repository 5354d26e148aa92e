from __future__ import annotations

import hashlib
import os
import socket
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.http import FileResponse, HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from tests.live import live_server

closed_streams: list[str] = []
BIG = os.urandom(3 << 20)


def constant(request):
    return HttpResponse("Hallo")


def repeated(request):
    response = HttpResponse("x")
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response


def echo(request):
    body = request.body
    return JsonResponse({"size": len(body), "sha256": hashlib.sha256(body).hexdigest(), "type": request.content_type})


def uploads(request):
    return JsonResponse(
        {
            "fields": request.POST.dict(),
            "files": {
                name: [file.name, file.size, hashlib.sha256(file.read()).hexdigest()]
                for name, file in request.FILES.items()
            },
        }
    )


def meta(request, anything=""):
    names = (
        "PATH_INFO",
        "QUERY_STRING",
        "REMOTE_ADDR",
        "HTTP_X_TWICE",
        "HTTP_COOKIE",
        "HTTP_X_FORWARDED_FOR",
        "SERVER_PROTOCOL",
    )
    return JsonResponse({"path": request.path, **{name: request.META.get(name) for name in names}})


def parts(request):
    def produce():
        try:
            for number in range(int(request.GET.get("n", 5))):
                if request.GET.get("fail") == str(number):
                    raise RuntimeError("in the middle")
                time.sleep(float(request.GET.get("pause", 0)))
                yield b"%06d\n" % number
        finally:
            closed_streams.append(request.GET.get("name", ""))

    return StreamingHttpResponse(produce())


def file(request):
    opened = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it
    opened.write(BIG[: int(request.GET["size"])])
    opened.seek(0)
    return FileResponse(opened, content_type="application/octet-stream", as_attachment=True, filename="ä.bin")


def boom(request):
    raise ValueError("on purpose")


def slow(request):
    time.sleep(0.2)
    return HttpResponse("slow")


def nothing(request):
    return HttpResponse(status=204)


def unchanged(request):
    return HttpResponse(status=304, headers={"ETag": '"1"', "Content-Length": "17"})


urlpatterns = [
    path(view.__name__ + "/", view)
    for view in (constant, repeated, echo, uploads, meta, parts, file, boom, slow, nothing, unchanged)
] + [path("<str:anything>/", meta)]


@pytest.fixture(scope="module")
def server():
    settings = override_settings(
        ROOT_URLCONF=__name__,
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        ALLOWED_HOSTS=["*"],
        DATA_UPLOAD_MAX_MEMORY_SIZE=10 << 20,
        DEBUG=False,
    )
    with settings, live_server(WSGIHandler()) as running:
        yield running


def eventually(condition, seconds=5):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_an_answer_comes_in_one_piece_with_its_length(server):
    response, body = server.get("/constant/")
    assert (response.status, body) == (200, b"Hallo")
    assert response.getheader("Content-Length") == "5"
    assert response.getheader("Transfer-Encoding") is None


def test_repeated_headers_stay_apart_both_ways(server):
    response, _ = server.get("/repeated/")
    assert [value.split(";")[0] for value in response.headers.get_all("Set-Cookie")] == ["a=1", "b=2"]
    answer = server.raw(
        b"GET /meta/ HTTP/1.1\r\nHost: x\r\nX-Twice: 1\r\nX-Twice: 2\r\nCookie: a=1\r\nCookie: b=2\r\n"
        b"X_Forwarded_For: 6.6.6.6\r\nConnection: close\r\n\r\n"
    )
    assert b'"HTTP_X_TWICE": "1,2"' in answer
    assert b'"HTTP_COOKIE": "a=1; b=2"' in answer
    assert b'"HTTP_X_FORWARDED_FOR": null' in answer


def test_paths_and_queries_arrive_as_they_were_sent(server):
    response, body = server.get("/W%C3%B6rter%20%26%20%25/?q=%C3%A4&leer=")
    assert response.status == 200
    assert b'"path": "/W\\u00f6rter & %/"' in body
    assert b'"QUERY_STRING": "q=%C3%A4&leer="' in body
    assert b'"REMOTE_ADDR": "127.0.0.1"' in body


def test_a_path_that_is_no_text_is_answered(server):
    assert server.get("/%ff%fe/")[0].status == 200


def test_head_has_the_headers_and_no_body(server):
    for path_ in ("/constant/", "/file/?size=3000000", "/parts/"):
        response, body = server.ask("HEAD", path_)
        assert (response.status, body) == (200, b"")
    assert server.ask("HEAD", "/constant/")[0].getheader("Content-Length") == "5"
    assert server.ask("HEAD", "/file/?size=3000000")[0].getheader("Content-Length") == "3000000"


@pytest.mark.parametrize("address, status", [("/nothing/", 204), ("/unchanged/", 304)])
def test_answers_without_a_body_leave_the_connection_usable(server, address, status):
    connection = server.connect()
    connection.request("GET", address)
    response = connection.getresponse()
    assert (response.status, response.read()) == (status, b"")
    connection.request("GET", "/constant/")
    assert connection.getresponse().read() == b"Hallo"
    connection.close()


@pytest.mark.parametrize("size", [0, 10, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_a_body_of_any_size_arrives_whole(server, size):
    response, body = server.ask("POST", "/echo/", BIG[:size], {"Content-Type": "application/x-test"})
    assert response.status == 200
    assert hashlib.sha256(BIG[:size]).hexdigest().encode() in body
    assert b'"size": %d' % size in body
    assert b"application/x-test" in body


def test_a_body_in_chunks_arrives_whole(server):
    pieces = [BIG[i : i + 70_000] for i in range(0, 700_000, 70_000)]
    response, body = server.ask("POST", "/echo/", iter(pieces), {"Content-Type": "application/x-test"})
    assert response.status == 200
    assert hashlib.sha256(BIG[:700_000]).hexdigest().encode() in body


def test_form_fields_and_files_arrive(server):
    body = (
        b'--xx\r\nContent-Disposition: form-data; name="title"\r\n\r\nBus\r\n'
        b'--xx\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
        + BIG
        + b"\r\n--xx--\r\n"
    )
    _, answer = server.ask("POST", "/uploads/", body, {"Content-Type": "multipart/form-data; boundary=xx"})
    assert b'"title": "Bus"' in answer
    assert f'"a.png", {len(BIG)}, "{hashlib.sha256(BIG).hexdigest()}"'.encode() in answer


def test_the_server_asks_for_a_body_that_waits(server):
    with socket.create_connection((server.host, server.port), timeout=10) as wire:
        wire.sendall(
            b"POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
        )
        assert wire.recv(1000).startswith(b"HTTP/1.1 100")
        wire.sendall(b"abcd")
        assert b'"size": 4' in wire.recv(10_000)


def test_too_large_a_body_is_refused_in_words(server):
    response, body = server.ask("POST", "/echo/", b"x" * (9 << 20))
    assert response.status == 413
    assert b"8 MB" in body


def test_too_large_a_body_in_chunks_is_refused(server):
    response, body = server.ask("POST", "/echo/", iter([b"x" * (1 << 20)] * 12))
    assert response.status == 413


def test_an_announced_giant_is_refused_before_it_is_sent(server):
    with socket.create_connection((server.host, server.port), timeout=10) as wire:
        wire.sendall(b"POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\nExpect: 100-continue\r\n\r\n")
        assert wire.recv(1000).startswith(b"HTTP/1.1 413")


def test_an_exception_answers_500_and_the_server_goes_on(server):
    assert server.get("/boom/")[0].status == 500
    assert server.get("/constant/")[0].status == 200


@pytest.mark.parametrize("size", [0, 1, 1 << 17, (1 << 17) + 1, 3 << 20])
def test_a_file_of_any_size_is_sent_whole(server, size):
    response, body = server.get(f"/file/?size={size}")
    assert response.status == 200
    assert body == BIG[:size]
    assert response.getheader("Content-Length") == str(size)


def test_a_stream_is_sent_while_it_is_made(server):
    connection = server.connect()
    connection.request("GET", "/parts/?n=4&pause=0.2")
    started = time.monotonic()
    response = connection.getresponse()
    assert response.getheader("Transfer-Encoding") == "chunked"
    assert response.read(7) == b"000000\n"
    assert time.monotonic() - started < 0.6
    assert response.read() == b"000001\n000002\n000003\n"
    connection.close()


def test_a_stream_that_breaks_is_not_taken_for_a_finished_one(server):
    answer = server.raw(b"GET /parts/?n=4&fail=2&name=broken HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert b"000001" in answer
    assert not answer.endswith(b"0\r\n\r\n")
    assert "broken" in closed_streams


def test_a_stream_whose_reader_left_is_closed(server):
    wire = socket.create_connection((server.host, server.port), timeout=10)
    wire.sendall(b"GET /parts/?n=100000&pause=0.01&name=left HTTP/1.1\r\nHost: x\r\n\r\n")
    assert wire.recv(1000)
    wire.close()
    assert eventually(lambda: "left" in closed_streams)


def test_readers_that_take_nothing_hold_no_thread(server):
    stalled = [socket.create_connection((server.host, server.port), timeout=10) for _ in range(8)]
    for wire in stalled:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        wire.sendall(b"GET /parts/?n=2000000 HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(0.5)
    assert server.get("/constant/")[1] == b"Hallo"
    for wire in stalled:
        wire.close()


def test_senders_that_never_end_hold_no_thread(server):
    stalled = [socket.create_connection((server.host, server.port), timeout=10) for _ in range(8)]
    for wire in stalled:
        wire.sendall(b"POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc")
    assert server.get("/constant/")[1] == b"Hallo"
    for wire in stalled:
        wire.close()


def test_every_request_starts_and_finishes_once_in_one_thread(server):
    seen = []

    def started(**kwargs):
        seen.append(("started", threading.get_ident()))

    def finished(**kwargs):
        seen.append(("finished", threading.get_ident()))

    request_started.connect(started)
    request_finished.connect(finished)
    try:
        server.get("/constant/")
        server.get("/boom/")
        server.ask("HEAD", "/parts/")
    finally:
        request_started.disconnect(started)
        request_finished.disconnect(finished)
    assert [what for what, _ in seen] == ["started", "finished"] * 3
    assert all(seen[i][1] == seen[i + 1][1] for i in (0, 2, 4))


def test_short_requests_follow_each_other_in_one_thread(server, monkeypatch):
    monkeypatch.setattr("cms.project.http_adapter.SHORT", 30)
    seen = set()

    def started(**kwargs):
        seen.add(threading.get_ident())

    request_started.connect(started)
    try:
        with ThreadPoolExecutor(8) as crowd:
            list(crowd.map(lambda _: server.get("/constant/"), range(24)))
    finally:
        request_started.disconnect(started)
    assert len(seen) == 1


def test_a_long_request_holds_nobody_up(server):
    with ThreadPoolExecutor(3) as crowd:
        long = [crowd.submit(server.get, "/slow/"), crowd.submit(server.get, "/slow/")]
        time.sleep(0.05)
        assert server.get("/constant/")[1] == b"Hallo"
        assert not all(one.done() for one in long)
        assert [one.result()[0].status for one in long] == [200, 200]


def test_two_hundred_at_once_leave_no_file_and_no_thread_behind(server):
    process = psutil.Process()

    def load(count):
        addresses = ["/constant/", "/slow/", "/file/?size=400000", "/parts/?n=50", "/repeated/"]
        with ThreadPoolExecutor(count) as crowd:
            statuses = list(crowd.map(lambda i: server.get(addresses[i % 5])[0].status, range(count)))
        assert statuses == [200] * count

    def leave_halfway(count):
        for _ in range(count):
            wire = socket.create_connection((server.host, server.port), timeout=10)
            wire.sendall(b"GET /file/?size=3000000 HTTP/1.1\r\nHost: x\r\n\r\n")
            wire.close()

    load(20)
    time.sleep(0.3)
    files, threads = process.num_fds(), process.num_threads()
    load(200)
    leave_halfway(50)
    assert eventually(lambda: process.num_fds() <= files)
    assert eventually(lambda: process.num_threads() <= threads)


def test_a_websocket_is_turned_away(server):
    answer = server.raw(
        b"GET /ws/drafts/1 HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 403")
