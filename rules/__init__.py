"""Rules, senses, cues and presets as YAML. Data only: opened as package resources by ``termlint.rulebook``."""
