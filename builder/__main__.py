"""The command `backstory`, which is also `python -m builder`."""


def main() -> None:
    """Load the command line and run it; whoever interrupts while it loads sees no traceback."""
    try:
        from builder.commands import cli

        cli.main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # `INTERRUPTED` of exits.py, which may not be loaded


if __name__ == "__main__":
    main()
