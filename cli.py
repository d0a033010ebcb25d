"""The command line (dòng lệnh): the group, and the commands in the order of the work."""

from __future__ import annotations

import click

from luocdo.commands import (
    asking,
    assistant,
    comparing,
    correcting,
    corrections,
    keeping,
    looking_up,
    reviewing,
    serving,
    showing,
)
from luocdo.commands.console import Commands

COMMANDS = (
    keeping.load,
    keeping.forget,
    keeping.sync,
    correcting.identify,
    looking_up.owners,
    looking_up.lineage,
    looking_up.document,
    looking_up.unit,
    looking_up.due,
    looking_up.why,
    comparing.gaps,
    comparing.conflicts,
    reviewing.review,
    corrections.correct,
    corrections.corrections,
    corrections.undo,
    asking.query,
    asking.queries,
    asking.cypher,
    asking.centrality,
    asking.check,
    keeping.export,
    showing.browser,
    showing.view,
    serving.serve,
    assistant.mcp,
    showing.demo,
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="luocdo")
def main() -> None:
    """Lược đồ văn bản: ai phải làm gì, vì văn bản nào, đến bao giờ - kèm câu chứng minh."""


for command in COMMANDS:
    main.add_command(command)


if __name__ == "__main__":
    main()
