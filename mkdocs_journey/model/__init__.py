"""What a journey, a stage, a touchpoint, a flow and a persona are."""

from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.model.flow import Action, Audience, Block, Branch, Message, Step, Trigger
from mkdocs_journey.model.journey import (
    Alert,
    Journey,
    Parent,
    PersonaReference,
    PlannedAction,
    Stage,
    Touchpoint,
)
from mkdocs_journey.model.persona import Hour, Persona
from mkdocs_journey.model.reading import Fault, read_journey, read_persona

__all__ = [
    "Action",
    "Alert",
    "Audience",
    "Block",
    "Branch",
    "Evidence",
    "Fault",
    "Hour",
    "Journey",
    "Message",
    "Parent",
    "Persona",
    "PersonaReference",
    "PlannedAction",
    "Stage",
    "Step",
    "Touchpoint",
    "Trigger",
    "read_journey",
    "read_persona",
]
