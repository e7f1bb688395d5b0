"""Links between pages, and what may be linked to."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.urls import Address, home_of, home_refusal, output_path, refusal, relative

ADDRESSES = st.sampled_from(
    ["", "people/", "people/mark-esper/", "articles/a/", "data/people.json", "404.html", "a b/c%d/"]
).map(Address)


@given(ADDRESSES, ADDRESSES)
def test_a_relative_link_leads_to_the_file(here: Address, there: Address) -> None:
    link = relative(here, there, "file").replace("%20", " ").replace("%25", "%")
    folder = posixpath.dirname(output_path(here))
    assert posixpath.normpath(posixpath.join(folder, link)) == output_path(there)


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "people/mark-esper/", "people/mark-esper/"),
        ("people/mark-esper/", "", "../../"),
        ("people/mark-esper/", "people/mark-esper/", "./"),
        ("people/", "people/mark-esper/#facts", "mark-esper/#facts"),
        ("timeline/", "timeline/#e-a", "#e-a"),
        ("", "#m-person-x-1", "#m-person-x-1"),
        ("articles/a/", "data/people.json", "../../data/people.json"),
    ],
)
def test_pretty_links_leave_out_index_html(here: str, there: str, link: str) -> None:
    assert relative(Address(here), Address(there)) == link


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x"),
        *("data:text/html,x", "vbscript:x", "//host/x", "blob:x", "intent:x", "feed:javascript:x"),
        *("ms-msdt:/id", "file:///etc/passwd", "http:\\\\host", "", "https://a b/"),
        *("https://[example.org/", "https://example.org／"),
    ],
)
def test_addresses_that_could_run_or_open_something_are_refused(url: str) -> None:
    assert refusal(url)


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org", "tel:+49"),
        *("/timeline/", "#revenge", "people/mark-esper/", "a/b:c", "?q=a:b"),
    ],
)
def test_web_mail_telephone_and_own_addresses_are_allowed(url: str) -> None:
    assert refusal(url) == ""


@pytest.mark.parametrize(
    ("url", "words", "meant"),
    [
        ("example.org", "https://", "https://example.org/"),
        ("ftp://example.org/a", "ftp", "https://example.org/a/"),
        ("mailto:a@example.org", "https://", "https://example.org/"),
        ("https://", "no host", "https://example.org/"),
        ("http:///a", "no host", "https://a/"),
        ("https://example.org/?a=1", "ends the path", "https://example.org/"),
        ("https://example.org/a?", "ends the path", "https://example.org/a/"),
        ("HTTPS://example.org/#x", "ends the path", "https://example.org/"),
        ("https://u:pw@example.org/a/", "user", "https://example.org/a/"),
        ("https://@example.org", "user", "https://example.org/"),
        ("https://example.org:http/a", "port", "https://example.org/"),
        ("https://example.org:65536/", "port", "https://example.org/"),
        ("https://[::1]:x/", "port", "https://example.org/"),
        ("https://example.org/ my site", "space", "https://example.org/"),
        ("https://example.org/\u202ea", "cannot be seen", "https://example.org/"),
        ("https://[x", "brackets", "https://example.org/"),
    ],
)
def test_what_is_no_address_of_a_site_is_told_with_the_one_that_is_meant(
    url: str, words: str, meant: str
) -> None:
    assert words in home_refusal(url)
    assert home_of(url) == meant


@given(st.text() | st.text("htps:/.@[] a\\1?#\u202e").map("https://".__add__))
def test_what_is_proposed_may_be_the_address_of_a_site(url: str) -> None:
    assert home_refusal(home_of(url)) == ""


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org", "HTTP://example.org:8000/a/b/", "https://[::1]/", "http://a_b/"),
        *("https://пример.рф/", "https://example.org/@ada/"),
    ],
)
def test_a_site_may_stand_on_any_host_port_and_path(url: str) -> None:
    assert home_refusal(url) == ""
