"""What the blocks of a flow are called: the same words in its tree and in its flowchart."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.quantities import duration_text
from mkdocs_journey.translations import mark
from mkdocs_journey.values.times import Date
from mkdocs_journey.views.columns import find_channel
from mkdocs_journey.views.flow import Edge, FlowKind, Node, NodeKind

TITLES: Mapping[FlowKind, str] = {
    "segment-based campaign": mark("Message flow"),
    "trigger-based campaign": mark("Message flow"),
    "process": mark("Flow"),
    "derived": mark("Flow"),
}
SENTENCES: Mapping[FlowKind, str] = {
    "segment-based campaign": mark("A segment-based campaign: it starts from a list of contacts."),
    "trigger-based campaign": mark(
        "A trigger-based campaign: it starts from a form, a record or an event."
    ),
    "process": mark("A process: steps in order, without an audience or a trigger."),
    "derived": mark("The stages in their order: this map describes no flow of its own."),
}
_KINDS: Mapping[NodeKind, str] = {
    "audience": mark("Audience"),
    "trigger": mark("Trigger"),
    "email": mark("Email"),
    "sms": mark("SMS"),
    "push": mark("Push notification"),
    "message": mark("Message"),
    "call": mark("Call"),
    "page": mark("Page"),
    "event": mark("Event"),
    "wait": mark("Wait"),
    "wait_until": mark("Wait until"),
    "if": mark("If"),
    "split": mark("Split"),
    "action": mark("Action"),
    "step": mark("Step"),
    "touchpoint": mark("Touchpoint"),
    "end": mark("End"),
    "goto": mark("Jump"),
    "any": mark("Any of these"),
    "stage": mark("Stage"),
}
_FORMS: Mapping[str, str] = {
    "segment": mark("Audience"),
    "form": mark("Form submitted"),
    "record": mark("Record updated"),
    "custom": mark("Own event"),
    "interaction": mark("Interaction"),
    "business": mark("Business event"),
    "create_lead": mark("Create a lead"),
    "run_workflow": mark("Run a workflow"),
    "linkedin_campaign": mark("LinkedIn campaign"),
    "task": mark("Task"),
    "appointment": mark("Appointment"),
    "phone_call": mark("Phone call"),
}


def kind_of(context: Context, node: Node) -> str:
    """What sort of block it is."""
    return context.text(_FORMS.get(node.form) or _KINDS[node.kind])


def name_of(context: Context, node: Node) -> str:
    """What it is called: its text, how long it waits, else what sort of block it is."""
    if node.name:
        return node.name
    return time_of(context, node) or kind_of(context, node)


def time_of(context: Context, node: Node) -> str:
    """How long or until when it waits, or its time-out; empty where it has none."""
    time = node.time
    if isinstance(time, Date):
        return context.translator.date(time.year, time.month, time.day)
    return duration_text(context.translator, time) if time else ""


def details_of(context: Context, node: Node) -> list[str]:
    """What else it says: content, channel, who does it, and the map's paths that it lies on."""
    channel = find_channel(context.catalog, node.channel).label if node.channel else ""
    paths = ", ".join(node.paths) if node.paths else ""
    return [detail for detail in (node.content, channel, node.owner, paths) if detail]


def way_of(context: Context, node: Node, edge: Edge) -> str:
    """What stands on a way out of a node; empty where there is only one."""
    match edge.way:
        case "yes":
            return context.text("Yes")
        case "no" if time := time_of(context, node):
            return context.text("No, after {time}", time=time)
        case "no":
            return context.text("No")
        case "share" if edge.share is not None:
            return context.translator.percent(edge.share)
    return ", ".join(edge.paths)


def link_of(context: Context, node: Node) -> str:
    """Address of the stage or touchpoint that a node stands for; empty where it stands for none."""
    place = node.place
    if place is None:
        return ""
    if place.touchpoint is None:
        return f"#{context.anchors.stage(place.stage)}"
    return f"#{context.anchors.touchpoint(place.stage, place.touchpoint)}"
