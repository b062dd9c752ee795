"""The way in: `operator-desk`, or `python -m operator_desk`."""

from __future__ import annotations


def main() -> None:
    """Runs the command line; without a command the window opens."""
    from operator_desk.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
