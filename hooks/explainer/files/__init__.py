"""Files to plain values that remember where they stood, and files written whole."""
