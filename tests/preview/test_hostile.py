"""Whatever a client sends: no fault of the server's, no file from outside, no path of the disk."""

import pytest

from tests.preview.running import Running, parse

GOOD = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


def get(target: str, *headers: str, version: str = "1.1", method: str = "GET") -> bytes:
    """A request for a target, which ends the connection."""
    lines = [f"{method} {target} HTTP/{version}", "Host: 127.0.0.1", "Connection: close", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


TARGETS = [
    ("/../../../../etc/passwd", 404),
    ("/..%2f..%2f..%2fetc/passwd", 404),
    ("/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404),
    ("/.%2e/.%2e/etc/passwd", 404),
    ("/people/../../../site.yaml", 404),
    ("/..;/etc/passwd", 404),
    ("/..\\..\\..\\windows\\win.ini", 404),
    ("/..%5c..%5cwindows%5cwin.ini", 404),
    ("/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", 400),
    ("/%252e%252e/etc/passwd", 404),
    ("/C:/Windows/win.ini", 404),
    ("/C%3A%5CWindows", 404),
    ("/file:///etc/passwd", 404),
    ("//etc/passwd", 404),
    ("///etc/passwd", 404),
    ("//evil.example/", 404),
    ("//evil.example/%2f..", 404),
    ("/\\evil.example", 404),
    ("/%5cevil.example", 404),
    ("/people//", 404),
    ("/./index.html", 404),
    ("/index.html/", 404),
    ("/index.html/..", 404),
    ("/%00", 400),
    ("/index.html%00.png", 400),
    ("/%0a", 400),
    ("/%0d%0aLocation:%20http://evil.example", 400),
    ("/people%0d%0aSet-Cookie:%20a=b", 400),
    ("/%", 400),
    ("/%1", 400),
    ("/%zz", 400),
    ("/%u0041", 400),
    ("/%ff%fe", 400),
    ("/%ed%a0%80", 400),
    ("/%f4%90%80%80", 400),
    ("/\xff\xfe", 400),
    ("/\xc3\xa9", 404),
    ("/.git/config", 404),
    ("/.backstory", 404),
    ("/.nojekyll", 404),
    ("/.cache/preview/index.html", 404),
    ("/%2egit/config", 404),
    ("/people/.hidden", 404),
    ("/site.yaml", 404),
    ("/content/index.html", 404),
    ("/nul", 404),
    ("/CON", 404),
    ("/index.html::$DATA", 404),
    ("/index.html.", 404),
    ("/index.html%20", 404),
    ("/INDEX.HTML", 404),
    ("/" + "a" * 300, 404),
    ("/" + "a/" * 2000, 404),
    ("/" + "%41" * 2000, 404),
    ("/" + "../" * 1000, 404),
    ("/?" + "&".join(f"a{n}=1" for n in range(900)), 200),
    ("/?%zz=%ff&=&&;", 200),
    ("/?../../etc/passwd", 200),
    ("/people?\xff%0d%0aX:y", 301),
    ("/_preview/client.js%00", 400),
    ("/_preview/../handlers.py", 404),
    ("/_preview/handlers.py", 404),
    ("/_preview//client.js", 404),
    ("/_preview/live", 403),
    ("*", 400),
    ("index.html", 400),
    ("127.0.0.1:80", 400),
    ("http://127.0.0.1/", 400),
    ("http://evil.example/", 400),
    ("http://127.0.0.1/_preview/live", 400),
    ("file:///etc/passwd", 400),
    ("?", 400),
    ("/<script>alert(1)</script>", 404),
    ("/'\"><img src=x>".replace(" ", "%20"), 404),
    ("/{{7*7}}", 404),
    ("/%E2%80%AE", 404),
]


@pytest.mark.parametrize(("target", "status"), TARGETS, ids=[f"{t[:50]!a}" for t, _ in TARGETS])
def test_a_hostile_target_gets_its_status_and_tells_no_path(
    site: Running, target: str, status: int
) -> None:
    got, headers, body = parse(site.raw(get(target)))
    assert got == status
    assert b"root:" not in body
    assert str(site.root).encode() not in body
    assert "location" not in headers or headers["location"].startswith("/people/?")
    assert "set-cookie" not in headers


REQUESTS = {
    "post": (get("/", "Content-Length: 0", method="POST"), {405}),
    "put": (get("/index.html", "Content-Length: 1", method="PUT") + b"x", {405}),
    "delete": (get("/index.html", method="DELETE"), {405}),
    "options": (get("/", method="OPTIONS"), {405}),
    "options *": (get("*", method="OPTIONS"), {405}),
    "trace": (get("/", method="TRACE"), {405}),
    "connect": (get("evil.example:443", method="CONNECT"), {405}),
    "propfind": (get("/", method="PROPFIND"), {405}),
    "unknown method": (get("/", method="BREW"), {405}),
    "small letters": (get("/", method="get"), {405}),
    "post to the socket": (get("/_preview/live", "Content-Length: 0", method="POST"), {403, 405}),
    "post from elsewhere": (get("/", "Origin: http://evil.example", method="POST"), {405}),
    "no version": (b"GET /\r\n\r\n", {400}),
    "http/2": (get("/", version="2.0"), {400}),
    "http/0.9": (get("/", version="0.9"), {400}),
    "version nonsense": (get("/", version="1.1x"), {400}),
    "preface of http/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}),
    "tls": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
    "empty line": (b"\r\n\r\n", {400}),
    "spaces": (b"GET  /  HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400}),
    "tab": (b"GET\t/\tHTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400}),
    "NUL in the line": (b"GET /\0 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", {400}),
    "bare line feeds": (b"GET / HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n", {200, 400}),
    "no host": (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", {400}),
    "no host, 1.0": (b"GET / HTTP/1.0\r\n\r\n", {421}),
    "two hosts": (get("/", "Host: evil.example"), {400}),
    "header without colon": (get("/", "nonsense"), {400}),
    "header with NUL": (get("/", "X: a\0b"), {400}),
    "folded header": (get("/", "X: a\r\n b"), {200, 400}),
    "space before colon": (get("/", "X : a"), {400}),
    "two lengths": (get("/", "Content-Length: 1", "Content-Length: 2") + b"xx", {400}),
    "length and chunks": (
        get("/", "Content-Length: 1", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
        {400},
    ),
    "negative length": (get("/", "Content-Length: -1"), {400}),
    "length nonsense": (get("/", "Content-Length: 0x1"), {400}),
    "huge length": (get("/", "Content-Length: 99999999999999999999"), {400}),
    "body too large": (get("/", "Content-Length: 5000") + b"x" * 5000, {400}),
    "chunk nonsense": (get("/", "Transfer-Encoding: chunked") + b"zz\r\n", {400}),
    "unknown coding": (get("/", "Transfer-Encoding: gzip") + b"x", {400}),
    "bad range": (get("/", "Range: bytes=9-1,-0,zz"), {200}),
    "bad date": (get("/", "If-Modified-Since: nonsense"), {200}),
    "upgrade of a page": (get("/", "Upgrade: websocket"), {200}),
    "cookie nonsense": (get("/", "Cookie: ;;=;\xff"), {200}),
    "multipart nonsense": (
        get("/", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 1") + b"x",
        {200, 400},
    ),
    "socket without a key": (
        get("/_preview/live", "Origin: http://127.0.0.1", "Upgrade: websocket"),
        {400, 426},
    ),
    "socket, no upgrade": (get("/_preview/live", "Origin: http://127.0.0.1"), {400}),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_hostile_request_gets_its_status_and_the_next_is_answered(
    site: Running, name: str
) -> None:
    request, statuses = REQUESTS[name]
    answer = site.raw(request)
    assert parse(answer)[0] in statuses
    assert str(site.root).encode() not in answer
    assert parse(site.raw(GOOD.encode()))[0] == 200


DROPPED = {
    "nothing": b"",
    "half a line": b"GET / HT",
    "half a header": b"GET / HTTP/1.1\r\nHost: 127",
    "half a body": get("/", "Content-Length: 100") + b"x",
    "endless line": b"GET /" + b"a" * 100_000,
    "endless headers": b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100_000,
    "noise": bytes(range(256)) * 1000,
}


@pytest.mark.parametrize("name", DROPPED)
def test_what_is_cut_short_or_has_no_end_is_dropped(site: Running, name: str) -> None:
    answer = site.raw(DROPPED[name], ends=True)
    assert not answer.startswith(b"HTTP/1.1 5")
    assert parse(site.raw(GOOD.encode()))[0] == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LOCALHOST", 200),
        ("localhost:1", 200),
        ("[::1]:{port}", 200),
        ("evil.example", 421),
        ("evil.example:{port}", 421),
        ("localhost.evil.example", 421),
        ("127.0.0.1.nip.io:{port}", 421),
        ("0.0.0.0:{port}", 421),
        ("192.168.1.5:{port}", 421),
        ("2130706433", 421),
        ("[::ffff:127.0.0.1]", 421),
        ("localhost.", 421),
    ],
)
@pytest.mark.parametrize("target", ["/", "/assets/style.css", "/_preview/client.js"])
def test_only_the_names_of_this_computer_are_answered(
    site: Running, target: str, host: str, status: int
) -> None:
    assert site.get(target, Host=host.format(port=site.port))[0] == status
