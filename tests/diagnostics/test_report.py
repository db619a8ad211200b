"""A report: everything once, in the order of places, weighed as the hub wants."""

from itertools import permutations

from hubgen.diagnostics import Diagnostic, Report, Severity, Span


def report_of(*codes: str) -> Report:
    report = Report()
    for line, code in enumerate(codes, start=1):
        report.add(code, Span("content/a.yaml", line), "something is wrong")
    return report


def test_the_order_of_finding_does_not_show() -> None:
    found = report_of("HG101", "HG203", "HG421", "HG122").found
    orders = set()
    for order in permutations(found):
        report = Report()
        report.include(order)
        report.include(order[:2])
        orders.add(report.diagnostics)
    assert orders == {tuple(sorted(found, key=lambda each: each.span))}


def test_the_hub_weighs_what_was_found_before_and_after() -> None:
    report = report_of("HG203")
    report.weigh({"HG203": Severity.ERROR, "HG101": Severity.OFF})
    report.add("HG101", Span("content/b.yaml"), "it can't be read")
    report.add("HG203", Span("content/b.yaml", 2), "no such skill")
    assert [(each.code, each.severity) for each in report.diagnostics] == [
        ("HG203", Severity.ERROR),
        ("HG203", Severity.ERROR),
    ]
    assert report.has_errors
    assert not report.has_warnings


def test_what_is_weighed_keeps_its_words() -> None:
    report = report_of("HG203")
    (before,) = report.diagnostics
    report.weigh({"HG203": Severity.HINT})
    (after,) = report.diagnostics
    assert after == Diagnostic(
        before.code, Severity.HINT, before.span, before.message, before.help, before.related
    )
