"""The way in: `operator-desk`, or `python -m operator_desk`."""

from __future__ import annotations

import gc


def main() -> None:
    """Runs the command line; without a command the window opens."""
    gc.disable()  # nothing becomes garbage while modules load: looking for it is a fifth of that
    from operator_desk.cli import main as command_line

    gc.enable()
    command_line()


if __name__ == "__main__":
    main()
