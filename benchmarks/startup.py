"""What it costs to start: cpu seconds of `summarize --help`, beside those of bare Python.

    python benchmarks/startup.py

The median of nine runs each, taken in turns so that a busy machine slows both. The ratio is the
figure to compare between machines. The limits are 0.10 s of cpu, and 0.25 s for `prompts list`.
"""

from __future__ import annotations

import sys
from statistics import median

from measure import machine, measure

RUNS = 9
COMMANDS = {
    "bare Python": ["-c", "pass"],
    "import summarize": ["-c", "import summarize"],
    "summarize --help": ["-m", "summarize", "--help"],
    "summarize daily --help": ["-m", "summarize", "daily", "--help"],
    "summarize prompts list": ["-m", "summarize", "prompts", "list"],
}


def main() -> None:
    """Print the table."""
    cpu: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():
        measure([sys.executable, *arguments])  # which writes the bytecode
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            cpu[name].append(measure([sys.executable, *arguments]).cpu)
    bare = median(cpu["bare Python"])
    print(f"Start-up, median of {RUNS} ({machine()})\n")
    print("| command | cpu s | times bare Python |\n|---|---|---|")
    for name, seconds in cpu.items():
        print(f"| {name} | {median(seconds):.3f} | {median(seconds) / bare:.1f} |")


if __name__ == "__main__":
    main()
