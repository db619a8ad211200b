"""Index: what the plan knows of a large hub becomes a search index, made by Pagefind."""
