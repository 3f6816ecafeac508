"""Frozen values that every other room speaks in. No I/O."""
