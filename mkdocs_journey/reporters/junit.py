"""Findings as JUnit XML, which most build servers show as test results."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.reporters.identity import Identity
from mkdocs_journey.reporters.text import report
from mkdocs_journey.reporters.verdict import Verdict

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(verdict: Verdict) -> str:
    """A test case for each finding, which fails where the check does; a passed one without any."""
    failures = sum(map(verdict.fails, verdict.findings))
    numbers = {"tests": str(len(verdict.findings) or 1), "failures": str(failures), "errors": "0"}
    suites = Element("testsuites", numbers)
    suite = SubElement(suites, "testsuite", {"name": "mkdocs-journey", **numbers})
    for finding, identity in zip(verdict.findings, verdict.identities, strict=True):
        _case(suite, verdict, finding, identity)
    if not verdict.findings:
        SubElement(suite, "testcase", {"classname": "mkdocs-journey", "name": "check"})
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(suite: Element, verdict: Verdict, finding: Finding, identity: Identity) -> None:
    path, rule = verdict.path(finding), finding.rule
    again = f" ({identity.number + 1})" if identity.number else ""
    case = SubElement(
        suite,
        "testcase",
        {
            "classname": _clean(path),
            "name": _clean(f"{rule.code} {rule.name}: {identity.place}{again}"),
            "file": _clean(path),
            "line": str(finding.position.line),
        },
    )
    whole = _clean(report(finding, verdict.pages, verdict.root))
    if verdict.fails(finding):
        kind = {"message": _clean(finding.message), "type": str(finding.severity)}
        SubElement(case, "failure", kind).text = whole
    else:
        SubElement(case, "system-out").text = whole


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
