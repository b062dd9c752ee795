"""Every action once: its key, its words, and in which phases of a call it works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from operator_desk.domain.phase import Phase
from operator_desk.ui.kit.words import later

_CALL = (Phase.LISTENING, Phase.READBACK, Phase.REGISTERING)
_FORM = (*_CALL, Phase.AFTER_CALL)
_SIGNED_IN = (Phase.NO_CALL, *_FORM)
_READ = (Phase.READBACK,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action: `name` is the method of the page that does it; `hint` its rank in the key bar.

    `initials` find it in the palette besides its words. `phases` empty: everywhere. `ended`:
    only with a call that is over (True), only without one (False), or either. `caller`: needs
    somebody at the other end; the key bar leaves it out for an entry from paper.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = _SIGNED_IN
    ended: bool | None = None
    caller: bool = False
    hint: int = 0
    initials: str = ""


ACTIONS = (
    Action(name="all_actions", text=later("All actions"), keys=("F1",), hint=99, initials="sydz"),
    Action(
        name="answer_call",
        text=later("Take a call"),
        keys=("F2",),
        phases=(Phase.NO_CALL, Phase.AFTER_CALL),
        hint=1,
        initials="jtdh",
    ),
    Action(
        name="to_record",
        text=later("Back to the record"),
        keys=("F2",),
        phases=_CALL,
        hint=10,
        initials="hdjl",
    ),
    Action(
        name="next_matter",
        text=later("Next matter"),
        keys=("Shift+F2",),
        phases=_CALL,
        ended=False,
        hint=40,
        initials="lysq",
    ),
    Action(
        name="other_matter",
        text=later("The other matter"),
        keys=("Ctrl+F11",),
        phases=_FORM,
        initials="lyjsq",
    ),
    Action(
        name="to_middle",
        text=later("Middle column"),
        keys=("Ctrl+F2",),
        phases=_SIGNED_IN,
        initials="zjl",
    ),
    Action(
        name="find_ticket",
        text=later("Ticket by its number"),
        keys=("Ctrl+F7",),
        phases=_CALL,
        initials="gdbh",
    ),
    Action(
        name="to_event",
        text=later("Event card"),
        keys=("F7",),
        phases=(Phase.LISTENING, Phase.AFTER_CALL),
        initials="tfsj",
    ),
    Action(name="search", text=later("Search"), keys=("F3",), hint=6, initials="jszs"),
    Action(name="search_numbers", text=later("Search numbers"), keys=("Shift+F3",), initials="chm"),
    Action(
        name="guide",
        text=later("Line of another city"),
        keys=("Ctrl+F3",),
        phases=_FORM,
        initials="yd",
    ),
    Action(
        name="begin_readback",
        text=later("Read back"),
        keys=("F5",),
        phases=(Phase.LISTENING, Phase.REGISTERING),
        ended=False,
        caller=True,
        hint=3,
        initials="fs",
    ),
    Action(
        name="confirm", text=later("Confirmed"), keys=("F5",), phases=_READ, hint=1, initials="yqr"
    ),
    Action(
        name="previous_item",
        text=later("Previous item"),
        keys=("Shift+F5",),
        phases=_READ,
        hint=20,
        initials="syt",
    ),
    Action(
        name="cycle_scope",
        text=later("Scope of the readback"),
        keys=("Ctrl+F5",),
        phases=_CALL,
        initials="fsfw",
    ),
    Action(
        name="correct", text=later("Correct"), keys=("F6",), phases=_READ, hint=2, initials="gz"
    ),
    Action(
        name="seal_now",
        text=later("Seal now"),
        keys=("Shift+F6",),
        phases=_FORM,
        hint=30,
        initials="fc",
    ),
    Action(
        name="cycle_mark",
        text=later("Mark: verbatim, gist, unclear"),
        keys=("Ctrl+F6",),
        phases=_FORM,
        initials="bj",
    ),
    Action(
        name="decline", text=later("Declined"), keys=("F7",), phases=_READ, hint=4, initials="byqr"
    ),
    Action(
        name="not_read",
        text=later("Not read"),
        keys=("Shift+F7",),
        phases=_READ,
        hint=5,
        initials="wfs",
    ),
    Action(
        name="hold_voice",
        text=later("Voice: pause, go on, again"),
        keys=("F4", "Pause"),
        phases=_READ,
        initials="yy",
    ),
    Action(
        name="listening_words",
        text=later("What to say while listening"),
        keys=("F8",),
        phases=_CALL,
        ended=False,
        initials="qt",
    ),
    Action(
        name="seat_state",
        text=later("Ready or not ready"),
        keys=("Ctrl+F8",),
        phases=(Phase.NO_CALL, Phase.AFTER_CALL),
        initials="zxzt",
    ),
    Action(name="tell", text=later("Told"), keys=("F10",), phases=_FORM, hint=7, initials="ygz"),
    Action(
        name="flag",
        text=later("Flag the article"),
        keys=("Ctrl+F10",),
        phases=_SIGNED_IN,
        initials="jc",
    ),
    Action(
        name="registration",
        text=later("Ticket"),
        keys=("F11",),
        phases=_FORM,
        hint=8,
        initials="djgd",
    ),
    Action(
        name="say_number",
        text=later("Say the number digit by digit"),
        keys=("Shift+F11",),
        phases=_SIGNED_IN,
        initials="bhm",
    ),
    Action(
        name="end_call",
        text=later("End the call"),
        keys=("F12",),
        phases=_CALL,
        ended=False,
        hint=9,
        initials="jsth",
    ),
    Action(
        name="close_call",
        text=later("After-call work done"),
        keys=("F12",),
        phases=(Phase.AFTER_CALL, Phase.REGISTERING),
        ended=True,
        hint=2,
        initials="zlwc",
    ),
    Action(
        name="silent_call",
        text=later("Silent call"),
        keys=("Shift+F12",),
        phases=_CALL,
        ended=False,
        caller=True,
        hint=50,
        initials="wsld",
    ),
    Action(
        name="after_call_entry",
        text=later("After-call entry"),
        phases=(Phase.NO_CALL,),
        hint=20,
        initials="bl",
    ),
    Action(
        name="outgoing_call",
        text=later("Outgoing call"),
        phases=(Phase.NO_CALL,),
        hint=21,
        initials="wh",
    ),
    Action(
        name="practice_call",
        text=later("Practice call"),
        phases=(Phase.NO_CALL,),
        initials="lxdh",
    ),
    Action(
        name="repeat_caller",
        text=later("Practice: let the caller say it again"),
        keys=("Ctrl+F9",),
        phases=(Phase.LISTENING, Phase.REGISTERING),
        ended=False,
        initials="zsyb",
    ),
    Action(
        name="next_follow_up",
        text=later("Next follow-up call"),
        phases=(Phase.NO_CALL,),
        initials="hf",
    ),
    Action(
        name="retry",
        text=later("Store again what could not be stored"),
        phases=(),
        initials="cs",
    ),
    Action(
        name="take_back_step",
        text=later("Take back the step on a ticket"),
        phases=(),
        initials="chbz",
    ),
    Action(name="take_basis", text=later("Basis into the summary"), phases=(), initials="yjxr"),
    Action(name="toggle_star", text=later("Favourite, or not"), phases=(), initials="scj"),
    Action(
        name="show_newer",
        text=later("Newer version of the open article"),
        phases=(),
        initials="xbb",
    ),
    Action(name="show_call", text=later("Page: call"), phases=(), initials="ldym"),
    Action(name="show_knowledge", text=later("Page: knowledge"), phases=(), initials="zsym"),
    Action(name="show_language", text=later("Callers' language"), phases=(), initials="kyc"),
    Action(name="show_questions", text=later("Question sets"), phases=(), initials="wtj"),
    Action(name="show_news", text=later("Since my last shift"), phases=(), initials="bqxz"),
    Action(name="show_told", text=later("Told-to lists"), phases=(), initials="gzmd"),
    Action(name="show_articles", text=later("Knowledge: articles"), phases=(), initials="zstm"),
    Action(name="show_queues", text=later("Knowledge: queues"), phases=(), initials="bjdb"),
    Action(name="show_imports", text=later("Knowledge: imports"), phases=(), initials="zsdr"),
    Action(name="show_tickets", text=later("Page: tickets"), phases=(), initials="gdym"),
    Action(
        name="ticket_action", text=later("What to do with the ticket"), phases=(), initials="gdcz"
    ),
    Action(name="show_events", text=later("Page: events"), phases=(), initials="tfsjym"),
    Action(name="show_counter", text=later("Page: counter"), phases=(), initials="jsym"),
    Action(name="show_views", text=later("Page: view log"), phases=(), initials="cyjl"),
    Action(name="show_settings", text=later("Page: settings"), phases=(), initials="szym"),
    Action(name="toggle_theme", text=later("Light or dark"), phases=(), initials="qsqh"),
    Action(name="sign_off", text=later("Sign off"), phases=(Phase.NO_CALL,), initials="qc"),
)

# Keys that belong to engines, desktops, or never arrive (measured; see docs/keys.md).
TAKEN = frozenset(
    {
        "Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Z", "Ctrl+.", "Ctrl+;", "Ctrl+Space",
        "Shift+F10", "Alt+F4",
    }
)  # fmt: skip
UNSURE = frozenset({"F4"})  # never arrive under some engines: only beside another key


# What desktops switch workspaces with by default (measured; see docs/keys.md).
_DESKTOPS = {"xfce": ("Xfce", "Ctrl+F1 … F12"), "kde": ("KDE", "Ctrl+F1 … F4")}


def desktop_keys(current: str) -> tuple[str, str] | None:
    """The desktop that takes keys of ours, and which; `current` as in XDG_CURRENT_DESKTOP."""
    for part in current.lower().split(":"):
        if part in _DESKTOPS:
            return _DESKTOPS[part]
    return None


def with_keys(changed: Mapping[str, list[str]]) -> tuple[Action, ...]:
    """The table with the keys that a person has changed."""
    return tuple(
        replace(action, keys=tuple(changed[action.name])) if action.name in changed else action
        for action in ACTIONS
    )


def working(actions: Iterable[Action], phase: Phase, ended: bool = False) -> list[Action]:
    """The actions that work in a phase (and with a call that is over), the most needed first."""
    found = [
        action
        for action in actions
        if (not action.phases or phase in action.phases) and action.ended in (None, ended)
    ]
    return sorted(found, key=lambda action: action.hint or 1000)


def conflicts(actions: Iterable[Action]) -> list[tuple[str, str, str]]:
    """Keys that two actions of one phase share, or that are taken: (key, action, action or "")."""
    found: list[tuple[str, str, str]] = []
    seen: dict[tuple[str, Phase, bool], str] = {}
    for action in actions:
        for key in action.keys:
            if key in TAKEN or (key in UNSURE and set(action.keys) <= UNSURE):
                found.append((key, action.name, ""))
            for place in _places(action):
                other = seen.setdefault((key, *place), action.name)
                if other != action.name and (key, other, action.name) not in found:
                    found.append((key, other, action.name))
    return found


def _places(action: Action) -> list[tuple[Phase, bool]]:
    """The phases an action works in, each with a call that is over, or not."""
    endings = (False, True) if action.ended is None else (action.ended,)
    return [(phase, ended) for phase in action.phases or tuple(Phase) for ended in endings]
