"""YAML to nodes that know their place, and its faults as sentences."""
