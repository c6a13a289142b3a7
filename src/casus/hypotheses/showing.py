"""Hypotheses and matrices as text and as a drawing, hypotheses in rows; no score is shown as a probability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from casus.records import Assessment, Heard, MatrixSheet, Weighed, WeighedHypothesis

ROW_PX, CELL_PX, HEAD_PX, LEFT_PX = 26, 34, 60, 360
FILL = {"CC": "#c7e3cc", "C": "#e4f2e6", "N": "#f2f2f2", "I": "#f6dcc9", "II": "#e9b08c", "NA": "#ffffff"}
LABEL = 52
NOTE = "The least inconsistent leads; the counts say what speaks against each, and are no probabilities."


def heard_text(assessment: Assessment, groups: Sequence[Heard]) -> str:
    """List the hypotheses heard: voices for and against, replies, refutation, evidence suggested for rating."""
    return "\n".join(line for group in groups for line in _heard(assessment, group)) or "no explanation is offered"


def _heard(assessment: Assessment, group: Heard) -> Iterator[str]:
    known = {e.id: e for e in assessment.explanations}
    reason = "a reason given" if group.evidence_offered else "no evidence offered"
    counts = f"{len(group.supporters)} for, {len(group.doubters)} doubt, {len(group.askers)} ask"
    yield f"{group.hypothesis or 'own words'}: {group.label['en']} ({counts}; {reason})"
    texts = {r.id: r.text for r in assessment.reports}
    for sign, names in (("+", group.supporters), ("-", group.doubters), ("?", group.askers)):
        for name in names:
            said = known[name]
            to = f" (answers {known[name].replies_to})" if name in dict(group.replies) else ""
            yield f"  {sign} {said.offered_by}{to}: {' '.join(texts[said.report][slice(*said.span)].split())}"
    if group.refuted_by:
        yield f"  refuted by: {group.refuted_by['en']}"
        yield f"  expected if so: {group.expects['en']}"
    for suggested in group.suggested:
        count = len(suggested.statements) + len(suggested.findings)
        yield f"  suggested, to be rated: {count} through {suggested.because}"


def weighed_text(weighed: Weighed) -> str:
    """Write a weighed matrix: rows by rank, what the lead rests on, where counts, raters and coverage differ."""
    return "\n".join(_weighed(weighed))


def _weighed(weighed: Weighed) -> Iterator[str]:
    labels = {h.hypothesis: h.label["en"] for h in weighed.hypotheses}
    yield f"{weighed.question['en']}  {NOTE}"
    yield f"{'':4}{'hypothesis':{LABEL}}{'count':>7}{'weighted':>10}{'rated':>7}"
    for row in sorted(weighed.hypotheses, key=lambda h: (h.rank, h.rank_weighted, h.hypothesis)):
        yield from _row(row)
    yield f"leads: {', '.join(labels[h] for h in weighed.leaders) or 'nothing is rated'}"
    if weighed.leaders != weighed.leaders_weighted:
        yield f"by the weighted count: {', '.join(labels[h] for h in weighed.leaders_weighted)}"
    if len({h.coverage for h in weighed.hypotheses}) > 1:
        yield "the rows are rated to different extents: a blank is not neutral, so compare with care"
    if weighed.fewest_removals:
        yield f"the lead falls without: {', '.join(weighed.fewest_removals)} ({len(weighed.fewest_removals)} origins)"
    elif weighed.fewest_removals is None and weighed.leaders:
        yield "no removal of origins changes the lead"
    yield "items, the most telling first (diagnosticity 0 to 1; * the lead rests on it alone):"
    for item in sorted(weighed.items, key=lambda i: (-i.diagnosticity, i.item)):
        yield f"  {item.diagnosticity:4.2f}{'*' if item.linchpin else ' '} {item.label['en']} [{item.origin}]"
    for cell in weighed.disagreements:
        said = ", ".join(f"{who} {rating}" for who, rating in cell.ratings)
        yield f"raters differ: {labels[cell.hypothesis]} / {cell.item}: {said}"


def _row(row: WeighedHypothesis) -> Iterator[str]:
    figures = f"{row.inconsistency:7.2f}{row.weighted:10.2f}{100 * row.coverage:6.0f}%"
    yield f"{row.rank:2}. {row.label['en'][:LABEL]:{LABEL}}{figures}"
    yield f"      refuted by: {row.refuted_by['en']}"
    if row.separates:
        yield f"      set apart by: {', '.join(row.separates)}"


def to_svg(sheet: MatrixSheet, weighed: Weighed) -> str:
    """Draw a matrix with its ratings in words, one column an item, and the count behind each row."""
    width = LEFT_PX + CELL_PX * len(sheet.items) + 120
    height = HEAD_PX + ROW_PX * (len(sheet.hypotheses) + 1)
    title = escape(sheet.question.get("en", ""))
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'role="img" aria-labelledby="matrix-title matrix-desc" xml:lang="en" '
            'style="font:12px system-ui,sans-serif">'
        ),
        f'<title id="matrix-title">{title}</title>',
        f'<desc id="matrix-desc">{escape(NOTE)} {_described(weighed)}</desc>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="8" y="20" style="font-weight:600">{title}</text><text x="8" y="38">{escape(NOTE)}</text>',
        *(_item_head(n, item.id, item.label.get("en", "")) for n, item in enumerate(sheet.items)),
        *(part for n in range(len(sheet.hypotheses)) for part in _cells(sheet, weighed, n)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _described(weighed: Weighed) -> str:
    return escape("; ".join(f"{h.label['en']}: {h.inconsistency:g}" for h in weighed.hypotheses))


def _item_head(column: int, name: str, label: str) -> str:
    x = LEFT_PX + CELL_PX * column + CELL_PX // 2
    told = escape(f"{name}: {label}")
    return f'<text x="{x}" y="{HEAD_PX - 6}" text-anchor="middle">{column + 1}<title>{told}</title></text>'


def _cells(sheet: MatrixSheet, weighed: Weighed, row: int) -> Iterator[str]:
    hypothesis = sheet.hypotheses[row]
    y = HEAD_PX + ROW_PX * row
    yield f'<text x="8" y="{y + 17}">{escape(hypothesis.label.get("en", hypothesis.id)[:LABEL])}</text>'
    said: dict[str, list[str]] = {}
    for rating in sheet.ratings:
        if rating.hypothesis == hypothesis.id and rating.rating:
            said.setdefault(rating.item, []).append(rating.rating)
    for column, item in enumerate(sheet.items):
        ratings = sorted(set(said.get(item.id, ())))
        x = LEFT_PX + CELL_PX * column
        fill = FILL[ratings[0]] if len(ratings) == 1 else "#ffffff"
        yield f'<rect x="{x}" y="{y}" width="{CELL_PX}" height="{ROW_PX}" fill="{fill}" stroke="#888888"/>'
        yield f'<text x="{x + CELL_PX // 2}" y="{y + 17}" text-anchor="middle">{"/".join(ratings)}</text>'
    count = weighed.hypotheses[row].inconsistency
    yield f'<text x="{LEFT_PX + CELL_PX * len(sheet.items) + 12}" y="{y + 17}">{count:g} against</text>'
