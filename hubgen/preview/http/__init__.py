"""A small web server for a laptop: it knows nothing of hubs, and gives what an `Answerer` gives it.

`PreviewServer(answerer, streams, door)`: `open()` takes the port (or raises `PortTaken`) and says the address,
`serve()` begins to answer, in threads of its own, and returns at once; `close()` ends and joins all of them.
"""
