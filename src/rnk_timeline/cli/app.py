"""The group of commands: lazy loading, and the one error policy of the program."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.exceptions import Exit, NoArgsIsHelpError

from rnk_timeline import errors
from rnk_timeline.cli.helping import Subgroup
from rnk_timeline.cli.output import abandon, say
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

_LONGEST = 600  # characters


class Group(Subgroup):
    """The `rnk` command: loads a command when it is asked for, and ends every run by one policy.

    Whatever is raised becomes one line on standard error and an exit code of `errors`; nothing prints a traceback
    unless RNK_DEBUG is set.
    """

    def __init__(
        self,
        *args: Any,
        commands_in: dict[str, tuple[str, str]],
        welcome: str,
        appendix: dict[str, Sequence[tuple[str, str]]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._modules = commands_in
        self.welcome = welcome
        self.appendix = appendix

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and return a command; None if there is none of this name."""
        if cmd_name not in self._modules:
            return None
        module, _ = self._modules[cmd_name]
        command: click.Command = getattr(import_module(f"rnk_timeline.cli.{module}"), f"{cmd_name}_command")
        return command

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return each command with its line in the help, without loading it."""
        return [(name, about) for name, (_, about) in self._modules.items()]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what is good to know of every command."""
        super().format_epilog(ctx, formatter)
        for title, rows in self.appendix.items():
            with formatter.section(title):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the commands, or options, that begin with `incomplete`, without loading the commands."""
        from rnk_timeline.cli.completing import commands

        return commands(self.lines(ctx), incomplete) or click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with; a misspelt one is refused with the nearest."""
        if args and not (args[0] in self._modules or args[0].startswith("-") or ctx.resilient_parsing):
            from rnk_timeline.cli.instead import instead_of_command

            raise click.UsageError(f"no command {quoted(args[0])}{instead_of_command(args[0], self._modules)}", ctx)
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run a command line and exit: the end of every run of the program."""
        sys.exit(self._run(args, prog_name, complete_var, **extra))

    def _run(self, args: Sequence[str] | None, prog_name: str | None, complete_var: str | None, **extra: Any) -> int:
        # Not by click's own main: it turns a closed pipe into exit code 1 before anybody can see it.
        name = prog_name or "rnk"
        if instruction := os.environ.get(complete_var or "_RNK_COMPLETE"):
            from rnk_timeline.cli.shells import answer

            return answer(self, instruction)
        try:
            with self.make_context(name, list(sys.argv[1:] if args is None else args), **extra) as ctx:
                self.invoke(ctx)
        except Exit as done:
            return done.exit_code
        except (Exception, KeyboardInterrupt) as error:
            return _ended_by(error)
        return errors.DONE


def _ended_by(error: BaseException) -> int:
    """Say what ended the run, if there is anything to say, and return its exit code."""
    if os.environ.get("RNK_DEBUG"):
        raise error
    if isinstance(error, KeyboardInterrupt | click.Abort | EOFError):
        say("")
        return errors.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        abandon(sys.stdout)
        return errors.PIPE_CLOSED
    if isinstance(error, NoArgsIsHelpError):
        command = error.ctx.command
        for line in (command.welcome if isinstance(command, Group) else error.format_message()).splitlines():
            say(line)
        return errors.USAGE
    if isinstance(error, click.ClickException):
        return _refused(error)
    if isinstance(error, OSError):
        error = errors.OutputError(f"cannot write the answer: {error.strerror or error}")
    if isinstance(error, errors.OutputError):
        abandon(sys.stdout)
    if isinstance(error, errors.RnkError):
        say(f"rnk: error: {error}")
        return error.exit_code
    say(f"rnk: error: a fault of rnk itself ({type(error).__name__}: {str(error)[:200]}); RNK_DEBUG=1 shows where")
    return errors.OWN_FAULT


def _refused(error: click.ClickException) -> int:
    """Say why click refused the command line, in one line that names where help is."""
    message = _misplaced(error) or _unknown(error) or " ".join(error.format_message().split())
    message = message.replace(". Did you mean", "; did you mean")
    where = f"; see {error.ctx.command_path} --help" if isinstance(error, click.UsageError) and error.ctx else ""
    message = message[:1].lower() + message[1:].rstrip(".")
    if len(message) > _LONGEST:  # somebody typed, or a program made, more than a sentence bears
        message = f"{message[: _LONGEST // 2]} … {message[-_LONGEST // 2 :]}"
    say(f"rnk: error: {message}{where}")
    return errors.USAGE


def _misplaced(error: click.ClickException) -> str:
    """Say where an option belongs that stands on the wrong side of the command; nothing if it is not that."""
    if not isinstance(error, click.NoSuchOption) or error.ctx is None:
        return ""
    root = error.ctx.find_root()
    if error.ctx is root:
        return (
            f"a command comes first: rnk list {error.option_name} …" if _knows(root, "list", error.option_name) else ""
        )
    if any(error.option_name in param.opts for param in root.command.params):
        return f"{error.option_name} goes before the command: rnk {error.option_name} … {error.ctx.info_name}"
    return ""


def _unknown(error: click.ClickException) -> str:
    """Say of an option or a word that cannot stand where it does what to type instead; nothing if it is not that."""
    from rnk_timeline.cli import instead

    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return ""
    if isinstance(error, click.NoSuchOption):
        name = error.option_name
        return f"no such option {quoted(name)}{instead.instead_of_option(name, context.command)}"
    if error.format_message().startswith("Got unexpected extra argument"):
        return f"{' '.join(error.format_message().split()).rstrip('.')}{instead.instead_of_word(context.command)}"
    return ""


def _knows(root: click.Context, name: str, option: str) -> bool:
    command = root.command.get_command(root, name) if isinstance(root.command, Group) else None
    return command is not None and any(option in param.opts for param in command.params)
