"""What an entry is related to, on its page: each once, beside the facts or among them."""

from builder.pages.views.entries import EntryPage
from tests.project import project

FILES = {
    "a.md": "Ada of the Royal Society (RS) met Bob.\n",
    "people.yaml": """\
ada:
  name: Ada
  memberships: [{role: Member, organization: organization:royal-society}]
  see_also: [person:bob]
bob:
  name: Bob
""",
    "organizations.yaml": "royal-society:\n  name: Royal Society\n",
    "acronyms.yaml": """\
RS:
  expansion: Royal Society
  stands_for: organization:royal-society
""",
}


def related(path: str) -> list[str]:
    view = project(FILES).page(f"{path}/index.html").view
    assert isinstance(view, EntryPage)
    return [link.title for link in view.related]


def test_what_a_fact_names_is_not_told_again() -> None:
    assert related("people/ada") == ["Bob"]
    assert related("acronyms/RS") == []


def test_what_refers_to_an_entry_is_told() -> None:
    assert related("organizations/royal-society") == ["Ada", "RS"]
    assert related("people/bob") == ["Ada"]
