"""A value of YAML between quotation marks, and a line as it should have been written with them."""

LONGEST = 60
_CURLY = "“”„‟‘’‚«»"


def in_marks(value: str) -> str:
    """A text on one line as YAML reads it whole.

    Straight double marks are chosen where it holds none and no backslash, else single ones.
    """
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def requoted(line: str) -> str:
    """The hint for a line whose value needs quotation marks; with the line, if it is short."""
    head, value = _parts(line.strip())
    marks = "quotation marks"
    if value[:1] in _CURLY:
        value, marks = value.strip(_CURLY), "straight quotation marks, not in curly ones"
    if not value or len(line.strip()) > LONGEST:
        return f"Put the whole value in {marks}."
    return f"Put the whole value in {marks}: {head}{in_marks(value)}"


def _parts(line: str) -> tuple[str, str]:
    """What introduces the value (a key, a hyphen), and the value."""
    head = "- " if line.startswith("- ") else ""
    rest = line[len(head) :].strip()
    key, colon, value = rest.partition(": ")
    if colon and not any(char in key for char in " \"'[{"):
        return f"{head}{key}: ", value.strip()
    return head, rest
