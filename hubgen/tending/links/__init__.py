"""Links that lead out of the hub: whether they still lead anywhere. The only part of hubgen that asks other people's servers."""
