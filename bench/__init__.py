"""Measurements on synthetic hubs: what a build costs, as a whole process."""
