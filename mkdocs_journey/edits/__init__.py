"""Changes of a page's YAML that leave every other byte as it stands.

A change names a place by its path and what shall stand there. It becomes an edit of the text at
that place; the text is then read again, and a change that did not come to what was meant is refused
with a sentence. So comments, order, quoting and line ends of all else survive by construction.
"""

from mkdocs_journey.edits.changes import Change, Insert, Path, Remove, Rename, Replace
from mkdocs_journey.edits.documents import Document, read_document
from mkdocs_journey.edits.edit import Edit, RefusedError, apply
from mkdocs_journey.edits.making import Edited, Refusal, change

__all__ = [
    "Change",
    "Document",
    "Edit",
    "Edited",
    "Insert",
    "Path",
    "Refusal",
    "RefusedError",
    "Remove",
    "Rename",
    "Replace",
    "apply",
    "change",
    "read_document",
]
