"""The command line (dòng lệnh): the group, and the commands in the order of the work."""

from __future__ import annotations

import click

from luocdo.commands import (
    asking,
    assistant,
    comparing,
    completing,
    correcting,
    corrections,
    finding,
    keeping,
    listing,
    looking_up,
    reviewing,
    serving,
    showing,
)
from luocdo.commands.exits import Commands
from luocdo.commands.output import say
from luocdo.commands.wording import speaks_both_languages

COMMANDS = (
    keeping.load,
    keeping.forget,
    keeping.sync,
    correcting.identify,
    looking_up.owners,
    listing.lineage,
    looking_up.document,
    looking_up.unit,
    looking_up.due,
    looking_up.why,
    finding.find,
    finding.new,
    comparing.compare,
    comparing.gaps,
    comparing.conflicts,
    reviewing.review,
    corrections.correct,
    corrections.corrections,
    corrections.undo,
    listing.reports,
    listing.approvals,
    listing.changes,
    listing.money,
    listing.targets,
    listing.documents,
    listing.units,
    asking.ask,
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
    completing.completion,
)

NEXT = """Ai phải làm gì, vì văn bản nào, đến bao giờ - kèm câu chứng minh.

 1. Nạp văn bản     luocdo load THƯ_MỤC        (chưa có gì: luocdo demo)
 2. Xem có gì       luocdo documents · luocdo units · luocdo check
 3. Hỏi bằng lời    luocdo ask cuc cntt co viec nao qua han
 4. Của đơn vị      luocdo unit cuc cntt · luocdo due --within-days 30
 5. Từ văn bản      luocdo owners QĐ 131 · luocdo lineage QĐ 131
 6. Tìm, xem mới    luocdo find tri tue nhan tao · luocdo new
 7. Chuyển đi       … -o danh-sach.xlsx · luocdo serve (trình duyệt)
 8. Gõ đỡ mỏi tay   luocdo completion

Mọi lệnh: luocdo --help"""
NEXT_IN_ENGLISH = """Who must do what, because of which document, by when - with its proof.

 1. Load documents     luocdo load FOLDER          (nothing at hand: luocdo demo)
 2. See what there is  luocdo documents · luocdo units · luocdo check
 3. Ask in words       luocdo ask what is overdue
 4. Of a unit          luocdo unit cuc cntt · luocdo due --within-days 30
 5. From a document    luocdo owners QĐ 131 · luocdo lineage QĐ 131
 6. Find, what is new  luocdo find tri tue nhan tao · luocdo new
 7. Hand it on         … -o list.xlsx · luocdo serve (the browser)
 8. Type less          luocdo completion

All commands: luocdo --help"""


@click.group(
    cls=Commands,
    subcommand_metavar="LỆNH [THAM SỐ]…",
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(package_name="luocdo", help="In phiên bản rồi thôi.")
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    default="vi",
    envvar="LUOCDO_LANG",
    help="Tiếng của các tiêu đề.",
)
@click.pass_context
def main(ctx: click.Context, lang: str) -> None:
    """Lược đồ văn bản: ai phải làm gì, vì văn bản nào, đến bao giờ - kèm câu chứng minh."""
    ctx.default_map = {str(command.name): {"lang": lang} for command in COMMANDS}
    if ctx.invoked_subcommand is None:
        say(NEXT_IN_ENGLISH if lang == "en" else NEXT)


main.options_metavar = "[TÙY CHỌN]"
for command in COMMANDS:
    for one in (command, *getattr(command, "commands", {}).values()):
        one.options_metavar = "[TÙY CHỌN]"
    speaks_both_languages(command)
    main.add_command(command)


if __name__ == "__main__":
    main()
