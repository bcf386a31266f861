"""bash, zsh and fish: the script that each of them runs, and the dialect in which it wants to be answered.

Over click's own scripts these quote names with spaces, complete `--option=value`, complete inside an open quotation
mark, and take a comma or a colon for what it is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from click import shell_completion
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

if TYPE_CHECKING:
    import click

VARIABLE = "_RNK_COMPLETE"

_BASH = r"""# Completion of rnk for bash
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            file,*) compopt -o default 2> /dev/null ;;
        esac
    done < <(COMP_WORDS="${COMP_LINE:0:COMP_POINT}" _RNK_BREAKS="$COMP_WORDBREAKS" \
        %(complete_var)s=bash_complete "$1" 2> /dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2> /dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""

_ZSH = r"""#compdef %(prog_name)s
# Completion of rnk for zsh
%(complete_func)s() {
    local -a lines plain described
    local kind value about typed=${words[CURRENT]}
    lines=("${(@f)$(COMP_WORDS="${(j: :)words[1,CURRENT]}" \
        %(complete_var)s=zsh_complete ${(Q)words[1]} 2> /dev/null)}")
    for kind value about in "${lines[@]}"; do
        case $kind in
            plain)
                if [[ $about == _ ]]; then plain+=("$value"); else described+=("$value:$about"); fi ;;
            file)
                [[ $typed == --*=* ]] && compset -P 1 '*='
                _files ;;
        esac
    done
    (( $#described )) && _describe -V rnk described -U
    (( $#plain )) && compadd -U -V rnk -a plain
    # Several that have nothing in common with what was typed: list them, and leave it as it is.
    local shared=${(L)compstate[unambiguous]//[\\\'\"]/} asked=${(L)typed//[\\\'\"]/}
    if (( compstate[nmatches] > 1 )) && [[ $shared != *"$asked"* ]]; then
        compstate[insert]='' compstate[list]='list force'
    fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = r"""# Completion of rnk for fish
function %(complete_func)s
    set -l command (commandline -opc)[1]
    set -l option (string match --regex -- '^--[^=]+=' (commandline -ct); or echo)
    for line in (env COMP_WORDS=(commandline -cp | string collect) %(complete_var)s=fish_complete $command 2> /dev/null)
        set -l item (string split -m 1 , -- $line)
        switch $item[1]
            case plain
                echo -- $item[2]
            case file
                for path in (__fish_complete_path $item[2])
                    echo -- $option$path
                end
        end
    end
end
complete --no-files --keep-order --command %(prog_name)s --arguments '(%(complete_func)s)'
"""


class Line:
    """A command line up to the cursor: whole words, the word that is being typed, and how much of that stays.

    `stays` is the part of the word that the shell leaves alone, `quote` the quotation mark that is open at the cursor.
    """

    def __init__(self, words: list[str], word: str = "", stays: str = "", quote: str = "") -> None:
        self.words = words
        self.word = word
        self.stays = stays
        self.quote = quote

    @property
    def option(self) -> str:
        """The `--option=` that the word begins with."""
        option, equals, _ = self.word.partition("=")
        return option + equals if equals and option.startswith("--") else ""


def read_line(text: str, breaks: str = "") -> Line:
    r"""Read a command line as a shell does; words end at blanks, and at `breaks` bash begins to replace.

    >>> line = read_line("rnk list --actor=Vladimir\\ Pu", "=")
    >>> line.words, line.word, line.stays
    (['rnk', 'list'], '--actor=Vladimir Pu', '--actor=')
    """
    words: list[str] = []
    word = stays = quote = ""
    begun = False
    chars = iter(text)
    for char in chars:
        if char == "\\" and quote != "'":
            word, begun = word + next(chars, ""), True
        elif quote:
            quote, stays = ("", word) if char == quote else (quote, stays)
            word += char if quote else ""
        elif char in "'\"":
            quote, stays, begun = char, word, True
        elif char.isspace():
            words += [word] if begun else []
            word, stays, begun = "", "", False
        else:
            word, begun = word + char, True
            stays = word if char in breaks else stays
    return Line(words, word, stays, quote)


def escaped(text: str, quote: str) -> str:
    r"""Return `text` as it stands in a command line, inside an open quotation mark or outside of any.

    >>> escaped("Workers' Party", "")
    "Workers\\'\\ Party"
    """
    if quote == "'":
        return text.replace("'", r"'\''")
    return "".join(f"\\{char}" if _acts(char, quote) else char for char in text)


def _acts(char: str, quote: str) -> bool:
    return char in '"\\$`' if quote else not (char.isalnum() or char in "_@%+=:,./-")


class Bash(BashComplete):
    """bash: replaces what follows the last break in the word, and quotes nothing itself."""

    source_template = _BASH
    line = Line([])

    def source(self) -> str:
        """Return the script, without asking for bash's version: an old one just does not sort as it should."""
        return self.source_template % self.source_vars()

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        breaks = os.environ.get("_RNK_BREAKS", "").translate(dict.fromkeys(map(ord, " \t\n'\"")))
        self.line = read_line(os.environ["COMP_WORDS"], breaks)
        return self.line.words[1:], self.line.word

    def complete(self) -> str:
        """Return the suggestions, each as bash is to insert it."""
        items = self.get_completions(*self.get_completion_args())
        plain = [self.line.option + item.value for item in items if item.type == "plain"]
        stays = self.line.stays
        texts = [escaped(text[len(stays) :], self.line.quote) for text in plain if text.startswith(stays)]
        shared = os.path.commonprefix(plain)  # noqa: RUF071 (character by character is what bash does)
        if len(texts) > 1 and self.line.word[len(stays) :].casefold() not in shared[len(stays) :].casefold():
            texts.append(" ")  # has nothing in common with any: bash lists them and leaves the word as it is
        return "\n".join([f"plain,{text}" for text in texts] + ["file," for item in items if item.type == "file"])


class _Whole(ShellComplete):
    """A shell that replaces the whole word, `--option=` and all, and quotes what it inserts."""

    line = Line([])

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        self.line = read_line(os.environ["COMP_WORDS"])
        return self.line.words[1:], self.line.word

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return a suggestion with its description, as the shell reads it."""
        if item.type == "plain":
            item = CompletionItem(self.line.option + item.value, help=item.help)
        return super().format_completion(item)


class Zsh(_Whole, ZshComplete):
    """zsh: may describe each suggestion."""

    source_template = _ZSH


class Fish(_Whole, FishComplete):
    """fish: may describe each suggestion."""

    source_template = _FISH


for dialect in (Bash, Zsh, Fish):
    shell_completion.add_completion_class(dialect)


def script(shell: str) -> str:
    """Return what a shell is to run to complete rnk's words; raises `KeyError` for another shell."""
    dialect: type[shell_completion.ShellComplete] = {"bash": Bash, "zsh": Zsh, "fish": Fish}[shell]
    from rnk_timeline.cli import cli

    return dialect(cli, {}, "rnk", VARIABLE).source()


def answer(program: click.Command, instruction: str) -> int:
    """Answer a shell that asks what can be typed, and return the exit code.

    Trouble stays unsaid: the shell's user is in the middle of a line.
    """
    try:
        return shell_completion.shell_complete(program, {}, "rnk", VARIABLE, instruction)
    except Exception:
        return 1
