"""Budgets as JUnit XML, the form in which CI shows single tests: one case a budget."""

from pathlib import Path

from splitstat_cli.budgets import budget_text


def write(path: Path, home: str, rows: list[dict]) -> None:
    """rows: of budgets.judged. Raises OSError."""
    # Only --junit needs it.
    from junitparser import Failure, JUnitXml, TestCase, TestSuite

    suite = TestSuite(f"splitstat sim {home}")
    for row in rows:
        case = TestCase(row["budget"], f"splitstat.{home}")
        if not row["kept"]:
            case.result = [Failure(budget_text(row), "budget")]
        suite.add_testcase(case)
    xml = JUnitXml()
    xml.add_testsuite(suite)
    xml.write(str(path), pretty=True)
