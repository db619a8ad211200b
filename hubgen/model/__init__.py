"""The nouns: what a hub is made of. Every stage speaks in these and in nothing else."""
