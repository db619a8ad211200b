"""Files that are no pages: plain text and JSON."""

import json

from hubgen.model.machine_views import DataView, TextView
from hubgen.stages.render.addresses import absolute_root, rooted
from hubgen.stages.render.job import Job


def render_text(view: TextView, job: Job) -> str:
    """Plain text, such as robots.txt."""
    return rooted(view.text, absolute_root(job.page.url, job.base_url))


def render_json(view: DataView, job: Job) -> str:
    """Compact JSON with keys in the view's order."""
    text = json.dumps(view.data, ensure_ascii=False, separators=(",", ":"))
    return rooted(text, absolute_root(job.page.url, job.base_url))
