"""Outputs of findings: one file each."""
