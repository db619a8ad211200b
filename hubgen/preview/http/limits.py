"""How long and how much the server bears of a browser before it lets go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Generous for browsers, whatever else they keep under the name of this computer; small for a laptop."""

    url_bytes: int = 8_192
    head_bytes: int = 65_536
    """Cookies of every other server on `localhost` come along with each request."""
    head_seconds: float = 10.0
    """From the first byte of a request to the end of its head, however slowly it drips."""
    idle_seconds: float = 60.0
    """A connection on which nobody asks anything."""
    send_seconds: float = 20.0
    """For each piece of an answer that a browser must take before the next one follows."""
    answer_seconds: float = 30.0
    """For whoever knows the answer."""
    heartbeat_seconds: float = 15.0
    connections: int = 200
    """Beyond them the one that has been idle for longest is closed."""
    threads: int = 8
    """That answer at the same time. Who is slow to ask or to read holds none of them."""
