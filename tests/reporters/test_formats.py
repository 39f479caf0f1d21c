"""Each output is what its readers ask for, whatever the findings say."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from mkdocs_journey.reporters import FORMATS, find_reporter, github, gitlab, junit, sarif
from mkdocs_journey.reporters import json as json_reporter
from mkdocs_journey.reporters.identity import identify
from mkdocs_journey.source import Source
from tests.reporters.verdicts import HOSTILE, PAGE, finding, several, verdict

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_a_check_without_findings(format: str) -> None:
    assert find_reporter(format)(verdict()) == find_reporter(format)(verdict())


def test_sarif_is_valid_by_its_official_schema() -> None:
    """The schema is SARIF 2.1.0 (rtm.5, with the errata), as `@microsoft/jest-sarif` carries it."""
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    for each in (verdict(), several()):
        assert list(validator.iter_errors(json.loads(sarif.write(each)))) == []
    broken = json.loads(sarif.write(several()))
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(broken))


def test_sarif_names_its_rules_and_places() -> None:
    (run,) = json.loads(sarif.write(several()))["runs"]
    assert run["tool"]["driver"]["version"] == "1.2.3"
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/a/order%2C%20100%25%20%28%C3%A9%29.md"
    assert place["region"] == {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 13}


def test_gitlab_is_valid_by_its_format() -> None:
    schema = json.loads((DATA / "gitlab-code-quality.json").read_text("utf-8"))
    for each in (verdict(), several()):
        jsonschema.validate(json.loads(gitlab.write(each)), schema)


def test_fingerprints_differ_and_stay_when_lines_move() -> None:
    issues = json.loads(gitlab.write(several()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    before = Source("a.md", PAGE)
    after = Source("a.md", PAGE.replace("  stages:\n", "  owner: x\n  stages:\n    - name: New\n"))
    one, other = (verdict(finding(source, "chanel", nth=1)) for source in (before, after))
    assert one.identities == other.identities
    assert one.findings[0].position != other.findings[0].position


def test_a_place_is_the_way_through_the_map() -> None:
    page = Source("a.md", PAGE)
    found = identify(
        [
            finding(page, "chanel", nth=0),
            finding(page, "chanel", nth=1),
            finding(page, "chanel", nth=2),
            finding(page, "# Text"),
            finding(Source("m.journey.yml", "stages: [{nam: x}]\n"), "nam"),
            finding(Source("m.md", "---\na: [\n---\n"), "["),
        ]
    )
    assert [(identity.place, identity.number) for identity in found] == [
        ("journey.stages[Buy].chanel", 0),
        ("journey.stages[Buy].touchpoints[Pay].chanel", 0),
        ("journey.stages[Buy].touchpoints[Pay].chanel", 1),
        ("# Text, with a wrong block", 0),
        ("stages[0].nam", 0),
        ("a", 0),
    ]


def test_github_is_escaped_as_its_toolkit_does() -> None:
    lines = github.write(several()).splitlines()
    assert len(lines) == 5
    command, message = lines[0].split("::", 2)[1:]
    assert message == HOSTILE.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    assert command == (
        "error file=docs/a/order%2C 100%25 (é).md,line=5,endLine=5,col=7,"
        "title=J201 unknown-key,endColumn=13"
    )
    assert [line.split(" ")[0] for line in lines[1:4]] == ["::warning", "::notice", "::error"]
    assert "endColumn" not in lines[3]
    assert "file=mkdocs.yml," in lines[4]
    assert github.write(verdict()) == ""


def test_junit_is_well_formed_and_fails_where_the_check_does() -> None:
    suites = ElementTree.fromstring(junit.write(several()))
    assert suites.attrib == {"tests": "5", "failures": "3", "errors": "0"}
    assert len(suites.findall(".//failure")) == 3
    said = suites.find(".//failure")
    assert said is not None
    assert said.get("message", "").startswith('a <b> & "c" ]]> 100%: x,y')
    names = [case.get("name") for case in suites.iter("testcase")]
    assert len(set(names)) == len(names)
    strict = verdict(*several().findings, is_strict=True)
    assert len(ElementTree.fromstring(junit.write(strict)).findall(".//failure")) == 4


def test_junit_of_nothing_is_one_test_that_passed() -> None:
    suites = ElementTree.fromstring(junit.write(verdict()))
    assert suites.get("tests") == "1"
    assert [len(case) for case in suites.iter("testcase")] == [0]


def test_json_says_all_of_a_finding() -> None:
    document = json.loads(json_reporter.write(several()))
    assert document["checked"] == 2
    assert document["counts"] == {"error": 3, "warning": 1, "info": 1}
    assert document["findings"][0] == {
        "path": "docs/a/order, 100% (é).md",
        "line": 5,
        "column": 7,
        "end_line": 5,
        "end_column": 13,
        "severity": "error",
        "code": "J201",
        "rule": "unknown-key",
        "message": HOSTILE,
        "place": "journey.stages[Buy].chanel",
    }
