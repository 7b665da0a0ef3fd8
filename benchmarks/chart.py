"""A bar chart of ratios, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from benchmarks.measure import Figure

LABELS = 430
"""Where the bars begin, in pixels from the left."""
FULL = 300
"""The length of a bar that is as long as the other's."""
LONGEST = 1.5
"""The ratio at which a bar is cut off; the number after it says what it is."""
STEP = 34
TOP = 46
WIDTH = LABELS + int(FULL * LONGEST) + 120
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .what { text-anchor: end }
  .against, .note { fill: #6e7781; font-size: 11px }
  .met { fill: #2da44e }
  .missed { fill: #d4860b }
  .even { stroke: #8c959f; stroke-dasharray: 3 3 }
  .target { stroke: #24292f; stroke-width: 2.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .against, .note { fill: #9198a1 }
    .target { stroke: #e6edf3 }
  }
"""


def chart(figures: Sequence[Figure]) -> str:
    """Draw a bar per figure, a line where both are equal, and a stroke at the target."""
    height = TOP + STEP * len(figures) + 10
    even = LABELS + FULL
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>What pinpoint_sdk takes, as a share of what the other takes</title>",
        f"<style>{STYLE}</style>",
        (
            f'<text x="{LABELS}" y="18" class="note">shorter is better; '
            "the stroke is the target, the dashed line the other</text>"
        ),
        f'<path class="even" d="M{even} 28V{height - 10}"/>',
    ]
    for number, figure in enumerate(figures):
        lines += bar(figure, TOP + STEP * number)
    return "\n".join([*lines, "</svg>", ""])


def bar(figure: Figure, top: int) -> list[str]:
    """Draw the elements of one bar."""
    length = round(FULL * min(figure.ratio, LONGEST))
    kind = "met" if figure.met else "missed"
    shown = [
        f'<text x="{LABELS - 10}" y="{top + 10}" class="what">{plain(figure.what)}</text>',
        (
            f'<text x="{LABELS - 10}" y="{top + 23}" class="what against">'
            f"beside {plain(figure.against)}</text>"
        ),
        f'<rect x="{LABELS}" y="{top}" width="{length}" height="20" rx="3" class="{kind}"/>',
    ]
    verdict = f"{figure.ratio:.2f}"
    if figure.target is not None:
        target = round(LABELS + FULL * min(figure.target, LONGEST))
        shown.append(f'<path class="target" d="M{target} {top - 3}v26"/>')
        verdict += f" {'≤' if figure.met else '>'} {figure.target:.2f}"
    end = max(LABELS + length, LABELS + round(FULL * (figure.target or 0)))
    shown.append(f'<text x="{end + 8}" y="{top + 15}">{plain(verdict)}</text>')
    return shown


def plain(text: str) -> str:
    """Remove Markdown's code marks."""
    return escape(text.replace("`", ""))
