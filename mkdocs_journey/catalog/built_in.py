"""The channels, metrics and statuses that every site has, so that a first map needs no settings."""

from mkdocs_journey.catalog.values import Channel, MetricKind, Status
from mkdocs_journey.translations import mark

CHANNELS: tuple[Channel, ...] = (
    Channel("email", mark("Email"), "email"),
    Channel("web", mark("Web"), "web"),
    Channel("app", mark("App"), "app"),
    Channel("phone", mark("Phone"), "phone"),
    Channel("chat", mark("Chat"), "chat"),
    Channel("sms", mark("SMS"), "sms"),
    Channel("push", mark("Push notification"), "push"),
    Channel("social", mark("Social media"), "social"),
    Channel("store", mark("Store"), "store"),
    Channel("branch", mark("Branch"), "branch"),
    Channel("counter", mark("Counter"), "counter"),
    Channel("event", mark("Event"), "event"),
    Channel("mail", mark("Mail"), "mail"),
    Channel("courier", mark("Courier"), "courier", "indirect"),
    Channel("word-of-mouth", mark("Word of mouth"), "word-of-mouth", "indirect"),
    Channel("review", mark("Reviews"), "review", "indirect"),
    Channel("advertising", mark("Advertising"), "advertising"),
    Channel("call-centre", mark("Call centre"), "call-centre"),
    Channel("in-person", mark("In person"), "in-person"),
    Channel("partner", mark("Partner"), "partner", "indirect"),
)

# Only the three survey scores have bounds that hold in every trade: NPS as its authors read it
# (below 0 more people warn than recommend, Reichheld 2003), CSAT as the share of 4 and 5 of 5, CES
# 2.0 on its scale of 1 to 7.
METRICS: tuple[MetricKind, ...] = (
    MetricKind("nps", mark("NPS"), low=-100, high=100, good=30, bad=0, better="higher"),
    MetricKind("csat", mark("CSAT"), "percent", low=0, high=1, good=0.8, bad=0.6, better="higher"),
    MetricKind("ces", mark("CES"), "score", low=1, high=7, good=5.5, bad=4, better="higher"),
    MetricKind("conversion", mark("Conversion"), "percent", low=0, high=1, better="higher"),
    MetricKind("open-rate", mark("Open rate"), "percent", low=0, high=1, better="higher"),
    MetricKind("click-rate", mark("Click rate"), "percent", low=0, high=1, better="higher"),
    MetricKind("bounce-rate", mark("Bounce rate"), "percent", low=0, high=1, better="lower"),
    MetricKind("churn", mark("Churn"), "percent", low=0, high=1, better="lower"),
    MetricKind("retention", mark("Retention"), "percent", low=0, high=1, better="higher"),
    MetricKind("response-time", mark("Response time"), "duration", "hour", low=0, better="lower"),
    MetricKind(
        "resolution-time", mark("Resolution time"), "duration", "hour", low=0, better="lower"
    ),
    MetricKind("cost", mark("Cost"), low=0, better="lower"),
)

STATUSES: tuple[Status, ...] = (
    Status("draft", mark("Draft"), "idea"),
    Status("review", mark("In review"), "progress"),
    Status("validated", mark("Validated"), "done"),
    Status("archived", mark("Archived"), "dropped"),
)

SCALE: tuple[str, ...] = (
    mark("very bad"),
    mark("bad"),
    mark("neutral"),
    mark("good"),
    mark("very good"),
)
"""The words of the scores 1 to 5, for feelings that name no emotion."""
