"""What the organisers decide: `site.yaml` and the collections, read into values that never change."""
