"""Figures, and the table of them."""
import math, sys
from dataclasses import dataclass


def percentile(values, share):
    """The least value that so many hundredths of all don't exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


@dataclass
class Figure:
    goal: str
    name: str
    value: float | None
    unit: str
    target: float | None = None
    limit: float | None = None
    more_is_better: bool = False
    #: How it came about, where that isn't as the goal has it.
    note: str = ""

    @property
    def verdict(self):
        if self.value is None:
            return "not measured"
        sign = -1 if self.more_is_better else 1
        if self.limit is not None and sign * self.value > sign * self.limit:
            return "FAILED"
        if self.target is not None and sign * self.value > sign * self.target:
            return "below the goal"
        return "reached" if self.target is not None else ""


class Report:
    def __init__(self):
        self.figures = []

    def add(self, *values, **more):
        figure = Figure(*values, **more)
        self.figures.append(figure)
        print(f"  {figure.goal} {figure.name}: {shown(figure.value, figure.unit)} {figure.note and f'({figure.note})'}", flush=True)

    def say(self, text):
        print(f"  {text}", flush=True)

    def finish(self):
        rows = [("goal", "", "measured", "target", "fails", "verdict")]
        for figure in self.figures:
            better, worse = ("≥", "<") if figure.more_is_better else ("≤", ">")
            rows.append((
                figure.goal, figure.name, shown(figure.value, figure.unit), bound(better, figure.target, figure.unit),
                bound(worse, figure.limit, figure.unit), figure.verdict,
            ))
        widths = [max(len(row[column]) for row in rows) for column in range(6)]
        print()
        for row in rows:
            aligned = [cell.rjust(width) if column in (2, 3, 4) else cell.ljust(width) for column, (cell, width) in enumerate(zip(row, widths))]
            print("  ".join(aligned).rstrip())
        notes = [f"{figure.goal} {figure.name}: {figure.note}" for figure in self.figures if figure.note]
        if notes:
            print("\n" + "\n".join(notes))
        sys.stdout.flush()
        return 1 if any(figure.verdict == "FAILED" for figure in self.figures) else 0


def shown(value, unit):
    if value is None:
        return "–"
    if unit == "ratio":
        return f"{value:.2f}"
    if unit == "":
        return f"{value:,.0f}"
    digits = 0 if abs(value) >= 100 or unit in ("ms", "MiB") else 2
    return f"{value:,.{digits}f} {unit}"


def bound(sign, value, unit):
    return "–" if value is None else f"{sign} {shown(value, unit)}"
