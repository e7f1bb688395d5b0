"""A line of YAML as it should have been written: its value between quotation marks."""

LONGEST = 60
_CURLY = "“”„‟‘’‚«»"


def requoted(line: str) -> str:
    """The hint for a line whose value needs quotation marks; with the line to type, if it is short.

    Straight double marks are chosen where the value holds none, else single ones.
    """
    head, value = _parts(line.strip())
    marks = "quotation marks"
    if value[:1] in _CURLY:
        value, marks = value.strip(_CURLY), "straight quotation marks, not in curly ones"
    if not value or len(line.strip()) > LONGEST:
        return f"Put the whole value in {marks}."
    if '"' not in value and "\\" not in value:
        quoted = f'"{value}"'
    else:
        quoted = "'" + value.replace("'", "''") + "'"
    return f"Put the whole value in {marks}: {head}{quoted}"


def _parts(line: str) -> tuple[str, str]:
    """What introduces the value (a key, a hyphen), and the value."""
    head = "- " if line.startswith("- ") else ""
    rest = line[len(head) :].strip()
    key, colon, value = rest.partition(": ")
    if colon and not any(char in key for char in " \"'[{"):
        return f"{head}{key}: ", value.strip()
    return head, rest
