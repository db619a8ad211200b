"""What a change does to a hub: two versions of it, compared."""
