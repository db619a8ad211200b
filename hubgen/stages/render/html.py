"""Pages that people read, and pages that send them on."""

from markupsafe import escape

from hubgen.model.views import HtmlView, RedirectView
from hubgen.stages.render.addresses import rooted, way_to_root
from hubgen.stages.render.job import Job

REDIRECT = """\
<!DOCTYPE html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
{canonical}</head>
<body>
<main>
<h1>{title}</h1>
<p>{words} <a href="{target}">{label}</a></p>
</main>
</body>
</html>
"""


def render_html(view: HtmlView, job: Job) -> str:
    """A page made by the theme's template."""
    text = job.room.html(job.page.template, view.head, view.view, job.frame)
    return rooted(text, way_to_root(job.page.url, job.base_url))


def render_redirect(view: RedirectView, job: Job) -> str:
    """A page that sends on at once, and offers a link where that doesn't work."""
    t = job.theme.messages_for(job.frame.locale).text
    canonical = (
        f'<link rel="canonical" href="{escape(view.canonical)}">\n' if view.canonical else ""
    )
    text = REDIRECT.format(
        lang=escape(job.frame.locale),
        dir=escape(job.frame.dir),
        target=escape(view.target),
        title=escape(t("redirect.title")),
        words=escape(t("redirect.text")),
        label=escape(view.title),
        canonical=canonical,
    )
    return rooted(text, way_to_root(job.page.url, job.base_url))
