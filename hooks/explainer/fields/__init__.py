"""What a field may hold: the types of values, and plain values made into models."""
