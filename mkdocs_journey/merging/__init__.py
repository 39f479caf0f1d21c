"""An edited map put back into its page, of which all else stays as it stands."""

from mkdocs_journey.merging.merge import Merged, data_of, merge

__all__ = ["Merged", "data_of", "merge"]
