"""Where a fragment of YAML is put so that it becomes a whole map or persona."""

from textwrap import indent

HEADER = "  personas: [ana, bruno]\n"


def whole(place: str, fragment: str) -> str:
    """Front matter with a fragment of a touchpoint, stage, journey, flow or persona in it."""
    entries = _entries(fragment)
    if place == "persona":
        return f"persona:\n  name: Ana\n{indent(entries, '  ')}"
    if place == "journey":
        people = "" if entries.startswith("personas") else HEADER
        return f"journey:\n{people}{indent(entries, '  ')}  stages: [{{name: Buy}}]\n"
    if place == "flow":
        return f"journey:\n  stages: [{{name: Buy}}]\n  flow:\n    - {fragment}\n"
    stage = f"journey:\n{HEADER}  stages:\n    - name: Buy\n"
    if place == "stage":
        return stage + indent(entries, " " * 6)
    return f"{stage}      touchpoints:\n        - name: Checkout\n{indent(entries, ' ' * 10)}"


def _entries(fragment: str) -> str:
    """Keys of `{a: 1, b: 2}` as they are written among others: through YAML's merge."""
    return f"<<: {fragment}\n" if fragment.startswith("{") else f"{fragment}\n"
