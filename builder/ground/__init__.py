"""The ground floor: diagnostics, text, addresses, the automaton. It knows nothing of articles."""
