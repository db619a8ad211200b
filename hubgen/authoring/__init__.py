"""Beginning something: a new hub, or a new entry of one."""
