"""What templates see: closed trees of plain values, finished down to the last link and date.

A page is rendered again exactly when the digest of its view changes, so nothing may hide in here: no hub, no config, no
clock, no function. Addresses inside the site begin with `ROOT`; the render stage replaces it with the way from the page
to the site's root, so that the same card serves every page and the site works under any path, even from a disk.
"""

from hubgen.model.views.calendar import (
    AgendaDay,
    AgendaMonth,
    CalendarChoice,
    CalendarFilter,
    CalendarTools,
    CalendarView,
    DateRow,
    MonthDay,
    MonthView,
    PastMonth,
    PastView,
    Registration,
    Schedule,
)
from hubgen.model.views.contributing import Addition, AdditionView, ContributeView
from hubgen.model.views.frame import Alternate, Frame, Head
from hubgen.model.views.guide import StyleGuideView
from hubgen.model.views.lists import DirectoryView, Facet, Finder, Group, PageLink, Pagination
from hubgen.model.views.pages import (
    Board,
    EntryView,
    HomeView,
    HtmlView,
    MessageView,
    RedirectView,
    SearchView,
    SkillIndexView,
    SkillView,
)
from hubgen.model.views.parts import (
    Avatar,
    CardView,
    Chip,
    FieldView,
    Item,
    LaterDate,
    Leaf,
    Link,
    People,
    Person,
    Picture,
    Section,
    Time,
    TocEntry,
)
from hubgen.model.views.reaching import FirstMessage, FreeTime, Reach
from hubgen.model.views.root import ROOT
from hubgen.model.views.things import Doorway, Milestone, Review, Route, Station, Way

__all__ = [
    "ROOT",
    "Addition",
    "AdditionView",
    "AgendaDay",
    "AgendaMonth",
    "Alternate",
    "Avatar",
    "Board",
    "CalendarChoice",
    "CalendarFilter",
    "CalendarTools",
    "CalendarView",
    "CardView",
    "Chip",
    "ContributeView",
    "DateRow",
    "DirectoryView",
    "Doorway",
    "EntryView",
    "Facet",
    "FieldView",
    "Finder",
    "FirstMessage",
    "Frame",
    "FreeTime",
    "Group",
    "Head",
    "HomeView",
    "HtmlView",
    "Item",
    "LaterDate",
    "Leaf",
    "Link",
    "MessageView",
    "Milestone",
    "MonthDay",
    "MonthView",
    "PageLink",
    "Pagination",
    "PastMonth",
    "PastView",
    "People",
    "Person",
    "Picture",
    "Reach",
    "RedirectView",
    "Registration",
    "Review",
    "Route",
    "Schedule",
    "SearchView",
    "Section",
    "SkillIndexView",
    "SkillView",
    "Station",
    "StyleGuideView",
    "Time",
    "TocEntry",
    "Way",
]
