"""What Pelican is told: folders are categories, lists and skills are paginated or not as in hubgen."""

SITENAME = "The Synthetic Commons"
SITEURL = "https://example.org"
SITEDESCRIPTION = "A hub made up to measure how long it takes to build one."
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE = (2020, 1, 1)
THEME = "theme"
THEME_STATIC_DIR = "theme"
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
ARTICLE_TRANSLATION_ID = False
FORMATTED_FIELDS: list[str] = []
# Code without colours, as with everybody else.
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html5",
}
# Read files are kept from one build to the next, the fastest that it offers.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True

ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "skills/{slug}/"
TAG_SAVE_AS = "skills/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
TAGS_SAVE_AS = "skills/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
ARTICLE_ORDER_BY = "title"
DEFAULT_PAGINATION = 48
PAGINATED_TEMPLATES = {"category": None}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
