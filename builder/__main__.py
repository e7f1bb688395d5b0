"""`python -m builder` is the command `backstory`."""

from builder.commands.cli import main

main()
