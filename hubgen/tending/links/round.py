"""One round of questions: many hosts at once, each of them one link after the other."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from typing import Final

from hubgen.tending.links.requests import host_of
from hubgen.tending.links.verdicts import Verdict

CONNECTIONS: Final = 8
"""Hosts that are asked at the same time."""

Follow = Callable[[str], Verdict]
Watch = Callable[[str, Verdict], None]
"""Is told of each verdict, in no order, one after the other."""


def follow_all(
    urls: Iterable[str],
    follow: Follow,
    stop: threading.Event,
    *,
    connections: int = CONNECTIONS,
    watch: Watch = lambda *_: None,
) -> Mapping[str, Verdict]:
    """The verdict on each address, by address; after an interruption, those that were reached before it."""
    verdicts: dict[str, Verdict] = {}
    lock = threading.Lock()

    def follow_host(links: list[str]) -> None:
        for url in links:
            verdict = follow(url)
            if stop.is_set():
                return
            with lock:
                verdicts[url] = verdict
                watch(url, verdict)

    with ThreadPoolExecutor(connections) as pool:
        running = {pool.submit(follow_host, links) for links in _by_host(urls)}
        try:
            while running:
                done, running = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
                for each in done:
                    each.result()
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise
    return {url: verdicts[url] for url in sorted(verdicts)}


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    """The addresses of each host, the longest list first, since it takes the longest."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        hosts[host_of(url)].append(url)
    return sorted(hosts.values(), key=lambda links: (-len(links), links[0]))
