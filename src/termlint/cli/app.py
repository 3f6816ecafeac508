"""The command ``termlint`` and its subcommands. Importing this loads nothing but typer: ``--help`` has to be quick."""

import typer

from termlint.cli.baseline import baseline
from termlint.cli.check import check
from termlint.cli.explain import explain
from termlint.cli.house_style import config, init, run_tests
from termlint.cli.rules import rules
from termlint.version import __version__

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(invoke_without_command=True)
def termlint(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
    weights: str | None = typer.Option(
        None, "--weights", metavar="FILE", help="Read with the weights in FILE instead of the shipped ones."
    ),
) -> None:
    """Tells "customer" from "client" by what the text says of the relationship.

    A party that buys is a customer; one that is advised, represented or cared for is a client. termlint reads which of the two
    a text describes and flags the word where it contradicts your house style.

    \b
    Start with:
      termlint check .                what is wrong in this folder
      termlint explain page.md:12     why, for the words in line 12
      termlint init                   a house style of your own
    """
    context.obj = weights
    if version:
        typer.echo(f"termlint {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


for command in (check, explain, init, config, rules):
    app.command()(command)
app.command("test")(run_tests)
app.add_typer(baseline, name="baseline")
