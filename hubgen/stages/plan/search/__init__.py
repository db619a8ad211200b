"""Search: its page, and what an engine reads in the browser to answer."""
