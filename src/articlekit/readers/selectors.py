"""
What a reader of HTML looks for: tags, attributes, metadata, and the words in names of classes and ids.

Tags: https://html.spec.whatwg.org/multipage/dom.html#content-models. The words are those that
content management systems and style sheets use for the parts of a page; none is a publisher's own.
A name is cut at hyphens, underscores and changes of case, so ``story__relatedLinks`` has the words
*story*, *related*, *links*. The first row of a table that applies decides.
"""

import re
from collections.abc import Mapping

from articlekit.readers.draft import Hint
from articlekit.remembering import remembered

__all__ = [
    "CELLS",
    "CLAIMING",
    "FORMATTING",
    "HEAD",
    "HEADINGS",
    "INLINE",
    "IN_HEAD",
    "ITEM_PROPERTIES",
    "LINES",
    "LISTS",
    "MENUS",
    "META",
    "NUMBERED",
    "OUTSIDE",
    "PAGE",
    "PICTURES",
    "SKIPPED",
    "TAG_HINTS",
    "attribute_hint",
    "named_hint",
    "words_of_name",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: elements whose text a reader of the page does not see, or that hold claims and no text
SKIPPED = _words(
    "title script style noscript template svg iframe object canvas select datalist audio video"
    " applet textarea progress meter dialog annotation annotation-xml"
)
#: those of them that claim something of the page
CLAIMING = frozenset(("title", "script"))
#: elements of a head; where there are others, a parser has taken the page's first elements for its head
HEAD = _words("title meta link script style base noscript template")
#: those that claim something in the head of a page
IN_HEAD = ("title", "meta", "link", "script", "base")
PICTURES = frozenset(("img", "amp-img", "source"))
#: elements that hold no story, whatever the share of links in them
MENUS = frozenset(("nav", "footer", "menu", "button"))
#: elements that stand in a line of text
INLINE = _words("a amp-img br cite data font img label link meta output source span time")
#: of these, those that change the look of letters only
FORMATTING = _words(
    "abbr acronym b bdi bdo big code del dfn em i input ins kbd mark nobr option picture q rb rp rt rtc ruby s"
    " samp small strike strong sub sup tt u var wbr"
    " area map maction math menclose merror mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts"
    " mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics"
)
#: elements that are the page, whose names say nothing of a part of it
PAGE = _words("html head body main article meta link")
HEADINGS = _words("h1 h2 h3 h4 h5 h6")
#: elements that are one line or paragraph, never cut where a part of them has a name
CELLS = frozenset(("td", "th"))
LISTS = frozenset(("ul", "ol"))
#: elements that number others, or are numbered
NUMBERED = frozenset(("ol", "li"))
LINES = _words("p li dd dt td th blockquote figcaption pre")

#: what stands beside the article
OUTSIDE = frozenset((Hint.ASIDE, Hint.NAVIGATION, Hint.COMMENT))

#: what a tag says its block is
TAG_HINTS: dict[str, Hint] = {
    "h1": Hint.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Hint.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Hint.LIST_ITEM),
    "blockquote": Hint.QUOTE,
    **dict.fromkeys(("figure", "figcaption"), Hint.CAPTION),
    "address": Hint.BYLINE,
    **dict.fromkeys(("nav", "footer", "menu"), Hint.NAVIGATION),
    **dict.fromkeys(("aside", "button", "form"), Hint.ASIDE),
}

#: words in the name of an element, the first row that has one of them decides
NAMED: tuple[tuple[Hint, frozenset[str]], ...] = (
    (Hint.BYLINE, _words("byline bylines author authors autor auteur signature")),
    (
        Hint.COMMENT,
        _words(
            "comments comment disqus commenting kommentar kommentare kommentarer commentaire commentaires comentario"
            " comentarios commenti reacties komentarze"
        ),
    ),
    (
        Hint.NAVIGATION,
        _words("nav navigation navbar menu breadcrumb breadcrumbs footer masthead sitemap pagination"),
    ),
    (
        Hint.ASIDE,
        _words(
            "related recommended recommendation recommendations recirc newsletter promo promos promotion sidebar"
            " outbrain taboola advert advertisement advertising ad ads sponsor sponsored share sharing sharebar"
            " social subscribe subscription signup popular trending mostread cookie consent gdpr toolbar tags"
            " player jwplayer videoplayer pullquote pullquotes"
            " login modal popup overlay banner poll factbox infobox sr screenreader visuallyhidden offscreen"
        ),
    ),
    (Hint.CAPTION, _words("caption captions figcaption cutline bildunterschrift")),
    (Hint.CREDIT, _words("credit credits photographer")),
    (Hint.TIME, _words("date datetime time timestamp pubdate published dateline updated")),
    (Hint.KICKER, _words("kicker overline eyebrow topline")),
    (
        Hint.CAPTION,
        _words("image images img photo photos picture pictures foto fotos bild bilder mediainfo"),
    ),
    (Hint.DECK, _words("deck dek standfirst subtitle subheadline chapo")),
    (Hint.TEXT, _words("meta submitted")),  # a footer or aside that tells author and time of its story
)

#: what the item properties of microdata and of RDFa call a block
_PROPERTIES = {
    "articlebody": Hint.BODY,
    "headline": Hint.HEADLINE,
    "author": Hint.BYLINE,
    "datepublished": Hint.TIME,
    "datemodified": Hint.TIME,
    "caption": Hint.CAPTION,
}
_ROLES = {
    "navigation": Hint.NAVIGATION,
    "contentinfo": Hint.NAVIGATION,
    "complementary": Hint.ASIDE,
    "dialog": Hint.ASIDE,
    "search": Hint.ASIDE,
    "alert": Hint.ASIDE,
}
_UNSEEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)

#: field, vocabulary, and the names of ``meta`` elements that claim it
_META_NAMES = (
    ("headline", "open-graph", "og:title"),
    ("headline", "twitter", "twitter:title"),
    ("headline", "meta", "headline dc.title dcterms.title parsely-title sailthru.title hdl title citation_title"),
    ("author", "open-graph", "article:author og:article:author"),
    ("author", "meta", "author authors article.author article-author byl byline dc.creator dcterms.creator"),
    ("author", "meta", "parsely-author sailthru.author citation_author cxenseparse:author dcsext.author"),
    ("published", "open-graph", "article:published_time og:article:published_time og:published_time"),
    ("published", "meta", "datepublished date dc.date dc.date.issued dc.date.created dcterms.created dcterms.date"),
    ("published", "meta", "dcterms.issued pubdate publishdate publish-date publish_date publication_date published"),
    ("published", "meta", "published_time sailthru.date parsely-pub-date cxenseparse:recs:publishtime displaydate"),
    ("published", "meta", "article.published article:published article:publicationdate citation_publication_date"),
    ("published", "meta", "originalpublicationdate"),
    ("modified", "open-graph", "article:modified_time og:updated_time og:article:modified_time"),
    ("modified", "meta", "datemodified lastmod dcterms.modified dc.date.modified last-modified"),
    ("section", "open-graph", "article:section og:article:section"),
    ("section", "meta", "section articlesection parsely-section article.section"),
    ("keywords", "open-graph", "article:tag"),
    ("keywords", "meta", "news_keywords keywords parsely-tags sailthru.tags"),
    ("publisher", "open-graph", "og:site_name"),
    ("publisher", "meta", "publisher dc.publisher dcterms.publisher application-name"),
    ("language", "open-graph", "og:locale"),
    ("language", "meta", "content-language dc.language language"),
    ("url", "open-graph", "og:url"),
    ("image", "open-graph", "og:image og:image:url og:image:secure_url"),
    ("image", "twitter", "twitter:image twitter:image:src"),
    ("description", "open-graph", "og:description"),
    ("description", "meta", "description"),
)
META = {name: (field, kind) for field, kind, names in _META_NAMES for name in names.split()}
#: item property -> the field that it claims
ITEM_PROPERTIES = {
    "headline": "headline",
    "author": "author",
    "creator": "author",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "articlesection": "section",
}

#: classes that hide an element, unless others show it on some screens
_HIDING = _words("hidden d-none hide is-hidden u-hidden visually-hidden display-none")
_SHOWING = re.compile(
    r"(?:^|^d-|^(?:d-)?(?:xs|sm|md|lg|xl|xxl)-|^(?!aria|data|group|peer|hover|focus|print)[^\s:]{1,24}:!?)"
    r"(?:(?:inline-)?(?:block|flex|grid|table)|inline|contents|flow-root)$"
)
#: word -> the number of the first row of `NAMED` that has it
_ROWS = {word: number for number, (_, words) in reversed(list(enumerate(NAMED))) for word in words}
_KNOWN_WORDS = frozenset(_ROWS)
_CAMEL = re.compile(r"[A-Z]?[a-z]+(?:[A-Z][a-z]+){0,9}")
_CAMEL_WORD = re.compile(r"[A-Z]?[a-z]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_NAME = 400
#: pieces of a name that say what a layout has or does, not what the element is: ``has-sidebar``, ``overflow-hidden``
_OF_LAYOUT = _words("has no with without is not js overflow type main theia")


def attribute_hint(attributes: Mapping[str, str]) -> Hint | None:
    """
    What the attributes of an element say of it: its item property, its role, its name; None where they say nothing.

    >>> attribute_hint({"class": "story__relatedLinks"}), attribute_hint({"class": "story-text has-sidebar"})
    (<Hint.ASIDE: 'aside'>, None)
    """
    if "hidden" in attributes or ("style" in attributes and _UNSEEN.search(attributes["style"][:_LONGEST_NAME])):
        return Hint.ASIDE
    if "itemprop" in attributes:
        for name in attributes["itemprop"].lower().split():
            if name in _PROPERTIES:
                return _PROPERTIES[name]
    if attributes.get("role") in _ROLES:
        return _ROLES[attributes["role"]]
    return named_hint(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_NAME])


@remembered(4096)
def named_hint(name: str) -> Hint | None:
    """What the words of *name*, classes or an id, say of an element; None where they say nothing."""
    tokens = name.split()
    if not _HIDING.isdisjoint(tokens) and not any(map(_SHOWING.search, tokens)):
        return Hint.ASIDE
    if _KNOWN_WORDS.isdisjoint(_pieces(name)):
        return None
    first = min(map(_row, tokens))
    return NAMED[first][0] if first < len(NAMED) else None


def _pieces(name: str) -> list[str]:
    """All that may be words of *name*, seen at a glance: most names have none that is known."""
    if name.islower():
        return name.replace("_", " ").replace("-", " ").split()
    return [word.lower() for word in _WORD.findall(name)]


@remembered(4096)
def _row(token: str) -> int:
    """The number of the first row of `NAMED` that has a word of *token*, their number where none has."""
    pieces = token.replace("_", "-").split("-")
    if pieces[0] in _OF_LAYOUT:
        return len(NAMED)
    words = pieces if token.islower() else [word for piece in pieces for word in _piece_words(piece)]
    return min([_ROWS[word] for word in words if word in _ROWS], default=len(NAMED))


def _piece_words(piece: str) -> list[str]:
    """The words of a piece of a name in small letters, none for what a tool has made up: ``yFuoP``."""
    if piece.islower() or piece.isupper():
        return [piece.lower()]
    words = [word.lower() for word in _CAMEL_WORD.findall(piece)] if _CAMEL.fullmatch(piece) else []
    return [] if words and words[0] in _OF_LAYOUT else words


@remembered(4096)
def words_of_name(name: str) -> frozenset[str]:
    """
    The words of a name of an element, of three letters and more.

    >>> sorted(words_of_name("story__relatedLinks js-x"))
    ['links', 'related', 'story']
    """
    return frozenset(word for word in map(str.lower, _WORD.findall(name[:_LONGEST_NAME])) if len(word) >= _SHORTEST)


_SHORTEST = 3  # letters of a word that says something
