"""Fill what Markdown left open: addresses of entries, their names, pictures."""

from html import escape

from hubgen.model.hub import Destination
from hubgen.model.values import BodyImage, BodyLink, Markdown
from hubgen.model.views import Picture
from hubgen.stages.plan.edition import Edition
from hubgen.stages.plan.media import folder_of
from hubgen.text.markdown.markers import Fillings, fill


def finished(text: Markdown, folder: str, edition: Edition, *, anchors: str = "") -> str:
    """The HTML with everything in place; `folder` is where the text stands, relative to the hub.

    `anchors` goes before the ids of every text but the first of a page, so that none stands there twice.
    """
    if not (text.links or text.images or anchors):
        return text.html
    return fill(
        text.html,
        Fillings(
            link_urls=tuple(_url(link, folder, edition) for link in text.links),
            link_titles=tuple(_title(link, folder, edition) for link in text.links),
            image_html=tuple(_image(image, edition) for image in text.images),
            anchor_prefix=anchors,
        ),
    )


def _destination(link: BodyLink, folder: str, edition: Edition) -> Destination:
    return edition.hub.destinations.get((folder, link.target), Destination("nowhere"))


def _url(link: BodyLink, folder: str, edition: Edition) -> str:
    """Empty where the link leads nowhere: then its text stands alone."""
    fragment = f"#{link.fragment}" if link.fragment else ""
    if not link.target:
        return fragment
    place = _destination(link, folder, edition)
    if place.kind == "file":
        return edition.desk.files.get((folder, link.target), "")
    return _page(place, edition) + fragment if place.kind != "nowhere" else ""


def _page(place: Destination, edition: Edition) -> str:
    if place.kind == "entry":
        return edition.entry_url(place.name)
    if place.kind == "skill":
        return edition.skill_url(place.name)
    if place.kind == "directory":
        return edition.directory_url(edition.hub.collections[place.name])
    return edition.address("")


def _title(link: BodyLink, folder: str, edition: Edition) -> str:
    place = _destination(link, folder, edition)
    if place.kind == "entry":
        return edition.title(place.name)
    if place.kind == "skill":
        return edition.hub.skills[place.name].name
    if place.kind == "directory":
        return edition.label_of(edition.hub.collections[place.name])
    return link.target


def _image(image: BodyImage, edition: Edition) -> str:
    picture = edition.desk.pictures.get((folder_of(image.span), image.file, image.alt))
    return picture_html(picture, image.title) if picture else escape(image.alt)


def picture_html(picture: Picture, title: str = "") -> str:
    """A picture inside a text; the theme has its own way for those in its layouts."""
    sizes = "(min-width: 48rem) 44rem, 92vw"
    source = (
        f'<source type="image/webp" srcset="{escape(picture.webp_srcset)}" sizes="{sizes}">'
        if picture.webp_srcset
        else ""
    )
    srcset = f' srcset="{escape(picture.srcset)}" sizes="{sizes}"' if picture.srcset else ""
    name = f' title="{escape(title)}"' if title else ""
    return (
        f'<picture>{source}<img src="{escape(picture.src)}"{srcset} width="{picture.width}"'
        f' height="{picture.height}" alt="{escape(picture.alt)}"{name} loading="lazy"></picture>'
    )
