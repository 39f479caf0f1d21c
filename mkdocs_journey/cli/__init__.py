"""The command line `mkdocs-journey`: a shell around the same core that a build uses."""
