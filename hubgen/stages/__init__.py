"""The stages of the straight line: a value in, a value out; none knows another."""
