"""The command `mkdocs-journey` and its subcommands, each loaded when it is called.

A check that finds nothing changed takes less time than loading what the other commands need.
"""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NoReturn

import click

from mkdocs_journey.project import ProjectError

NAME = "mkdocs-journey"
COMMANDS = (
    "assets", "check", "diff", "explain", "export", "fix", "import", "init", "list", "new",
    "schema", "stats",
)  # fmt: skip
"""Each is the `command` of the file of its name."""
_MODULES = {"import": "import_"}
"""Files of commands whose names Python keeps for itself."""
MISUSE = 2
"""Exit code where a command cannot do what it was asked."""


class Commands(click.Group):
    """The commands; whatever goes wrong is told in one line on the error stream."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, without loading anything."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"mkdocs_journey.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; for a misspelt one the error names the right one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            message = f"no command `{args[0]}`: did you mean `{near[0]}`?"
            raise click.UsageError(message, ctx) from error

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command and leave with its exit code."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.UsageError as error:
            path = error.ctx.command_path if error.ctx else NAME
            message = _message(error).rstrip(".")
            _fail(f"{message}{'' if message.endswith('?') else '.'} See `{path} --help`")
        except (click.ClickException, ProjectError, OSError) as error:
            _fail(error.format_message() if isinstance(error, click.ClickException) else str(error))
        except click.Abort:
            _fail("stopped")
        sys.exit(code or 0)


def _message(error: click.UsageError) -> str:
    """What a misuse is; of a value that cannot be used what it is for, and why."""
    if not isinstance(error, click.BadParameter) or isinstance(error, click.MissingParameter):
        return error.format_message()
    hint = error.param_hint or (error.param and error.param.get_error_hint(error.ctx))
    names = hint if isinstance(hint, str) else " / ".join(hint or ())
    return f"{names.replace(chr(39), '`')}: {error.message}" if names else error.message


def _fail(message: str) -> NoReturn:
    click.echo(f"{NAME}: {' '.join(message.split())}", err=True)
    sys.exit(MISUSE)


@click.command(
    cls=Commands,
    epilog="Example: mkdocs-journey check",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name=NAME)
def main() -> None:
    """Check and ask journey maps, without building their site."""
