"""What all pages of one language share."""

from hubgen import __version__
from hubgen.model.views import ROOT, Frame
from hubgen.stages.plan.contribute_links import contribute_link
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.feed_pages import feed_links
from hubgen.stages.plan.menus import main_menu, menu_links
from hubgen.stages.plan.policy import page_policy
from hubgen.text.locales import direction


def frame(edition: Edition) -> Frame:
    """The frame of the edition's pages."""
    site = edition.desk.site
    translation = site.translations.get(edition.locale)
    return Frame(
        site_title=(translation.title if translation else "") or site.title,
        tagline=(translation.tagline if translation else "") or site.tagline,
        locale=edition.locale,
        dir=direction(edition.locale),
        home=edition.address(""),
        root=ROOT,
        menu=main_menu(edition),
        footer=menu_links(site.footer.links, edition),
        contribute=contribute_link(edition),
        search=edition.search_url,
        search_engine=edition.desk.search_engine,
        search_data=ROOT + edition.search_data if edition.search_url else "",
        feeds=feed_links(edition),
        footer_text=(translation.footer if translation else "") or site.footer.text,
        policy=page_policy(),
        generator=f"hubgen {__version__}",
        options=edition.desk.theme.options,
    )
