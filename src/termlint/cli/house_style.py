"""The commands about a house style: ``init``, ``config``, ``test``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from termlint.cli.options import ConfigOption, weights_of
from termlint.cli.streams import emit, tell
from termlint.model.errors import TermlintError
from termlint.reporting.summary import counted

if TYPE_CHECKING:
    from termlint.linting.examples import ExampleResult

_FILE = ".termlint.yaml"


def init(
    context: typer.Context,
    preset: Annotated[
        str | None, typer.Option("--preset", metavar="NAME", help="The shipped house style to build on. Default: default.")
    ] = None,
    from_tbx: Annotated[
        str | None, typer.Option("--from-tbx", metavar="FILE", help="Take the terms from a term base in TBX (ISO 30042).")
    ] = None,
) -> int:
    """Write a commented .termlint.yaml here. Never overwrites one.

    Presets: default, always-client, always-customer, user-first, care, professional-services, retail, saas, contracts.

    \b
    Examples:
      termlint init --preset professional-services
      termlint init --from-tbx glossary.tbx
    """
    if preset is not None and from_tbx is not None:
        raise typer.BadParameter("a house style is built on a preset or taken from a term base", param_hint="--from-tbx")
    text = _text_from_tbx(from_tbx, weights_of(context)) if from_tbx is not None else _text_from(preset or "default")
    from termlint.linting.writing import create

    try:
        create(_FILE, text.encode())
    except FileExistsError as error:
        raise TermlintError(f"{_FILE} exists already and is left as it is") from error
    except OSError as error:
        raise TermlintError(f"cannot write {_FILE}: {(error.strerror or str(error)).lower()}") from error
    tell(f"wrote {_FILE}; termlint config shows what holds now")
    return 0


def _text_from(preset: str) -> str:
    from termlint.config.checking import did_you_mean
    from termlint.config.starting import starting_text
    from termlint.rulebook import PRESETS

    if preset not in PRESETS:
        raise TermlintError(f'no preset "{preset}"; there are {", ".join(PRESETS)}{did_you_mean(preset, PRESETS)}')
    return starting_text(preset)


def _text_from_tbx(file: str, weights: Path | None) -> str:
    from termlint.config import load_text
    from termlint.config.term_base import LIMIT, read_term_base
    from termlint.config.term_base_style import style_from
    from termlint.linting.relating import relationship_in

    try:
        with Path(file).open("rb") as stream:
            raw = stream.read(LIMIT + 1)
    except OSError as error:
        raise TermlintError(f"cannot read {file}: {(error.strerror or str(error)).lower()}") from error
    concepts = read_term_base(raw, file=file)
    text = style_from(concepts, source=Path(file).name, relate=lambda definition: relationship_in(definition, weights=weights))
    load_text(text)  # whatever the term base says, what is written holds
    return text


def config(
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A file or folder. Default: this folder.", show_default=False)
    ] = ".",
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of .termlint.yaml, for editors.")] = False,
    config: ConfigOption = None,
) -> int:
    """Show the house style that holds for a file.

    Each value stands beside the file and line it came from.

    \b
    Example:
      termlint config macros/refund.md
    """
    if schema:
        import json

        from termlint.config.json_schema import json_schema

        emit(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
        return 0
    from termlint.config.describing import describe
    from termlint.linting.styles import HouseStyles

    folder = Path(path)
    if not folder.exists():
        raise TermlintError(f"no such file or folder: {path}")
    inside = folder / "any file" if folder.is_dir() else folder
    lines = describe(HouseStyles(named=config).above(inside), inside)
    wide = max((len(key) for key, _, _ in lines), default=0)
    wider = max((len(value) for _, value, _ in lines), default=0)
    emit("".join(f"{key:<{wide}}  {value:<{wider}}  {origin}\n" for key, value, origin in lines))
    return 0


def run_tests(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="A house style. Default: the one that holds for this folder.", show_default=False),
    ] = None,
) -> int:
    """Run the examples that a house style carries.

    Exits 1 if one comes out otherwise than expected.

    \b
    Example, in .termlint.yaml:
      examples:
        - {text: We have advised this customer for years., expect: flag}
    """
    from termlint.linting.examples import run_examples
    from termlint.linting.styles import HouseStyles

    style = HouseStyles(named=file).above(Path("any file"))
    results = list(run_examples(style, weights=weights_of(context)))
    failed = [result for result in results if result.complaint]
    emit("".join(map(_told, failed)) + f"{counted(len(results), 'example')} of {style.file}, {len(failed)} failed\n")
    return int(bool(failed))


def _told(result: "ExampleResult") -> str:
    return f"{result.example.origin}: {result.complaint}\n    {' '.join(result.example.text.split())}\n"
