"""Coverage-guided fuzzing of what reads pages; `make fuzz` runs each target for a while."""
