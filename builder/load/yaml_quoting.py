"""A line of YAML as it should have been written: its value between quotation marks."""

_LONGEST = 60


def requoted(line: str) -> str:
    """The hint for a line whose value needs quotation marks; with the line to type, if it is short.

    Straight double marks are chosen where the value holds none, else single ones.
    """
    head, value = _parts(line.strip())
    if not value or len(line.strip()) > _LONGEST:
        return "Put the whole value in quotation marks."
    plain = value.strip("\"'") if value[:1] == value[-1:] and value[:1] in "\"'" else value
    if '"' not in plain and "\\" not in plain:
        quoted = f'"{plain}"'
    else:
        quoted = "'" + plain.replace("'", "''") + "'"
    return f"Put the whole value in quotation marks: {head}{quoted}"


def _parts(line: str) -> tuple[str, str]:
    """What introduces the value (a key, a hyphen), and the value."""
    head = "- " if line.startswith("- ") else ""
    rest = line[len(head) :].strip()
    key, colon, value = rest.partition(": ")
    if colon and not any(char in key for char in " \"'[{"):
        return f"{head}{key}: ", value.strip()
    return head, rest
