"""One diagnostic, many writers: JSON lines, GitHub's annotations, SARIF."""

import json
from pathlib import Path

import pytest

from builder.commands.reports import github, sarif
from builder.commands.reports import json as lines
from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, error, warning

ROOT = Path(__file__).parent.parent.parent
PLACE = Location("content/quotes.yaml", 2, 10, 5)
FIX = Fix("Mend.", (Edit(PLACE, "“"), Edit(Location("content/a.md", 1, 1, 0), "x")))
FULL = error(
    "quote-altered",
    "It differs: 50% “a”.",
    PLACE,
    "Copy it, please.",
    Related(Location("content/a b.md", 7, 3), "here"),
)._replace(fix=FIX)
BARE = warning("unused-file", "Nothing reads it.", Location("content/ö,x:y.md"))


def test_json_is_an_object_on_each_line() -> None:
    first, second = map(json.loads, lines.report([FULL, BARE], "site").splitlines())
    assert first == {
        "code": "quote-altered",
        "severity": "error",
        "message": "It differs: 50% “a”.",
        "path": "site/content/quotes.yaml",
        "line": 2,
        "column": 10,
        "length": 5,
        "hint": "Copy it, please.",
        "related": [
            {"path": "site/content/a b.md", "line": 7, "column": 3, "length": 0, "message": "here"}
        ],
        "fix": {
            "title": "Mend.",
            "edits": [
                {
                    "path": "site/content/quotes.yaml",
                    "line": 2,
                    "column": 10,
                    "length": 5,
                    "replacement": "“",
                },
                {
                    "path": "site/content/a.md",
                    "line": 1,
                    "column": 1,
                    "length": 0,
                    "replacement": "x",
                },
            ],
        },
    }
    assert (second["path"], second["hint"], second["fix"]) == ("site/content/ö,x:y.md", "", None)


def test_github_annotations_are_escaped() -> None:
    first, second = github.report([FULL, BARE]).splitlines()
    assert first == (
        "::error file=content/quotes.yaml,line=2,col=10,endColumn=15,title=quote-altered::"
        "It differs: 50%25 “a”.%0ACopy it, please.%0Acontent/a b.md:7:3: here"
    )
    assert second == (
        "::warning file=content/ö%2Cx%3Ay.md,line=1,col=1,title=unused-file::Nothing reads it."
    )


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "::error::x", "%0A"])
def test_no_message_ends_its_annotation(text: str) -> None:
    said = github.report([error("x", "m", Location(text), text)])
    assert said.count("\n") == 1
    assert said.startswith("::error file=")
    message = said.partition("title=x::")[2].rstrip("\n")
    back = message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert back == f"m\n{text}"


def test_no_annotation_repaints_a_terminal() -> None:
    assert "\x1b" not in github.report([error("x", "\x1b[2J", Location("\x1b[31m.md"), "\x1b")])


def test_no_diagnostics_are_no_lines() -> None:
    assert (lines.report([]), github.report([])) == ("", "")


def test_sarif_names_rule_place_and_fix() -> None:
    (run,) = json.loads(sarif.report([FULL, BARE, FULL], "site", "https://x.org/docs/"))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "quote-altered",
        "unused-file",
    ]
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://x.org/docs/quote-altered.md"
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": 10, "endColumn": 15}
    related = run["results"][0]["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "site/content/a%20b.md"
    (fix,) = run["results"][0]["fixes"]
    assert [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]] == [
        "site/content/a.md",
        "site/content/quotes.yaml",
    ]


@pytest.mark.node
@pytest.mark.parametrize("told", [[], [BARE], [FULL, BARE]], ids=["none", "bare", "full"])
@pytest.mark.parametrize("docs", ["", "https://example.org/docs/"])
def test_a_sarif_log_is_valid_by_its_schema(
    told: list[Diagnostic], docs: str, node_modules: Path
) -> None:
    from jsonschema import Draft4Validator  # type: ignore[import-untyped]

    schema = node_modules / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    validator = Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))
    faults = [
        fault.message for fault in validator.iter_errors(json.loads(sarif.report(told, "", docs)))
    ]
    assert faults == []
