"""Computes what AnalysisKindsIT expects, with numpy, scipy and cvxopt alone, from the price files beside the clone.

    python3 system-tests/src/test/python/expected_figures.py

writes system-tests/src/test/resources/expected-figures.json. Nothing of Riskwatch is called; what is taken from it is the
data of crises.csv. Conventions: docs/conventions.md. A new kind is a function that makes a Question.
"""

import json
from pathlib import Path

import future_kinds
import portfolio_kinds
import report_kind
import risk_kinds
import stress_kind
from question import TOLERANCES

TARGET = Path(__file__).resolve().parents[1] / "resources" / "expected-figures.json"


def main():
    modules = [risk_kinds, stress_kind, future_kinds, portfolio_kinds, report_kind]
    questions = [question for module in modules for question in module.questions()]
    lines = [json.dumps(TOLERANCES, indent=2)]
    for question in questions:
        document = question.document()
        figures = ",\n    ".join(json.dumps(figure) for figure in document.pop("figures"))
        lines.append(json.dumps(document)[:-1] + ',\n   "figures": [\n    ' + figures + "]}")
    TARGET.write_text(
        '{"tolerances": ' + lines[0] + ',\n "questions": [\n  ' + ",\n  ".join(lines[1:]) + "]}\n"
    )
    for question in questions:
        print(f"{question.name}: {len(question.expected)} figures, {len(question.portfolio)} returns")


if __name__ == "__main__":
    main()
