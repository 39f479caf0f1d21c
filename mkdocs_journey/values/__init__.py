"""Values of the map language: how each is written, and what it means."""
