"""HTML pages, whole, broken and hostile, read as a careful reader would."""

import itertools
import json
from pathlib import Path

import pytest

from articlekit import Article, ReadError, explain_html, parse_html
from reading import reading

PAGES = sorted((Path(__file__).parent / "documents" / "html").glob("*.html"))
STORY = "<h1>Bridge reopens</h1><p>The bridge over the river reopened on Friday, eleven months after the flood.</p>"
MORE = "<p>It took a year to mend it.</p>"

NO_STORY = "no-story: nothing in it reads as a story"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_written_down(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))

    assert expected == reading(parse_html(path.read_bytes()))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_to_explain_a_page_changes_nothing(path: Path) -> None:
    assert explain_html(path.read_bytes(), url="https://example.org/a").article == parse_html(
        path.read_bytes(), url="https://example.org/a"
    )


# --------------------------------------------------------------------------- encodings

ACCENTS = "<meta charset=%s><h1>Café à Saint-Étienne</h1><p>Le café a rouvert vendredi, onze mois après la crue.</p>"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("latin1", "utf-8"),
        ("utf-8", "cp1252"),
        ("no-such-encoding", "utf-8"),
        ("no-such-encoding", "cp1252"),
        ("", "utf-8"),
    ],
)
def test_bytes_are_read_whatever_the_page_says_of_them(label: str, encoding: str) -> None:
    article = parse_html((ACCENTS % label).encode(encoding))

    assert article.headline == "Café à Saint-Étienne"
    assert article.warnings == ()


def test_utf_16_needs_no_mark() -> None:
    assert parse_html(STORY.encode("utf-16-le")).headline == "Bridge reopens"
    assert parse_html(STORY.encode("utf-16-be")).headline == "Bridge reopens"


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("windows-874", "cp874", "สะพานเปิดแล้ว"),
        ("dos-874", "cp874", "สะพานเปิดแล้ว"),
        ("iso-8859-8-i", "iso8859-8", "הגשר נפתח"),
        ("windows-949", "cp949", "다리 개통"),
        ("windows-31j", "cp932", "橋が再開"),
        ("x-x-big5", "big5", "大橋重開"),
        ("x-mac-cyrillic", "mac_cyrillic", "Мост открыт"),
        ("koi8-ru", "koi8-u", "Міст відкрито"),
        ("unicode-1-1-utf-8", "utf-8", "Міст відкрито"),
        ("  WINDOWS-1251 ", "cp1251", "Мост открыт"),
    ],
)
def test_labels_mean_what_browsers_mean(label: str, codec: str, text: str) -> None:
    page = f"<title>{text}</title><h1>{text}</h1>".encode(codec)

    assert parse_html(page, encoding=label).headline == text
    assert parse_html(f"<meta charset='{label}'>".encode() + page).headline == text


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_letters_of_several_bytes_are_seen_from_the_first(codec: str, mark: str) -> None:
    assert parse_html(f"{mark}{STORY}".encode(codec)).headline == "Bridge reopens"


@pytest.mark.parametrize(
    "front",
    [
        "<!-- <meta charset=koi8-r> -->",
        "<script>'<meta charset=koi8-r>'</script>",
        "<style><meta charset=koi8-r></style>",
    ],
)
def test_a_declaration_in_a_comment_or_a_script_is_none(front: str) -> None:
    page = f"<html><head>{front}<meta charset=windows-1251></head><h1>Мост открыт</h1>"
    assert parse_html(page.encode("cp1251")).headline == "Мост открыт"


CYRILLIC = "<h1>Мост открыт</h1><p>Мост через реку снова открыли в пятницу, сообщила администрация области.</p>"


@pytest.mark.parametrize(("codec", "name"), [("cp1251", "windows-1251"), ("koi8-u", "koi8-u"), ("cp866", "ibm866")])
def test_an_encoding_that_is_not_declared_is_guessed_from_cyrillic_words(codec: str, name: str) -> None:
    article = parse_html(CYRILLIC.encode(codec))
    assert article.headline == "Мост открыт"
    assert article.warnings == (f"guessed-encoding: the page does not say its encoding; it was read as {name}",)

    for western in ("Übergänge über die Brücke", "Réouverture à l'été après l'arrêté", "Åse Sørensen åpnet broen"):
        assert parse_html(f"<h1>{western}</h1>".encode("cp1252")).headline == western


@pytest.mark.parametrize(
    ("encoding", "text"), [("shift_jis", "橋が再開"), ("euc-kr", "다리 개통"), ("gb2312", "大桥重开")]
)
def test_a_declared_encoding_is_read(encoding: str, text: str) -> None:
    page = f"<meta charset={encoding}><title>{text}</title><h1>{text}</h1>"

    assert parse_html(page.encode(encoding)).headline == text


def test_what_the_caller_knows_of_bytes_is_believed() -> None:
    page = "<meta charset=utf-8><h1>Прогулка у реки</h1>".encode("koi8-r")

    assert parse_html(page, encoding="koi8-r").headline == "Прогулка у реки"
    with pytest.raises(ReadError, match="name of an encoding, not 'klingon'"):
        parse_html(page, encoding="klingon")
    with pytest.raises(ReadError, match="not 'hex'"):
        parse_html(page, encoding="hex")
    with pytest.raises(ReadError, match="not 'idna'"):
        parse_html(page, encoding="idna")


def test_bytes_that_are_no_text_are_told_of() -> None:
    article = parse_html(b"<h1>Br\xc3\xbccke \xc3\xbcber den Flu\xff</h1>")

    assert article.headline == "Brücke über den Flu�"
    assert article.warnings == ("1 character is not utf-8, shown as �", NO_STORY)


# --------------------------------------------------------------------------- broken and partial pages


@pytest.mark.parametrize("page", ["", b"", "   \n", "<!-- -->", "<?xml version='1.0'?>", "<html></html>"])
def test_an_empty_page_is_an_empty_article(page: bytes | str) -> None:
    article = parse_html(page)

    assert article in (Article(), Article(warnings=("the page is empty",)))


def test_a_page_may_say_that_it_is_xml() -> None:
    assert parse_html(f'<?xml version="1.0" encoding="iso-8859-1"?>{STORY}').headline == "Bridge reopens"


def test_a_menu_behind_the_title_of_a_fragment_is_left_over() -> None:
    article = parse_html(f"<title>Bridge reopens</title><nav><a href='/'>Home</a></nav>{STORY}")

    assert (article.headline, article.leftover) == ("Bridge reopens", ("Home",))


def test_nul_and_halves_of_surrogates_are_shown_and_told_of() -> None:
    article = parse_html("<h1>Bridge\0 reopens</h1>")
    assert (article.headline, len(article.warnings)) == ("Bridge� reopens", 2)

    article = parse_html("<h1>Bridge \ud83d reopens</h1>")
    assert (article.headline, len(article.warnings)) == ("Bridge � reopens", 2)


def test_broken_structured_data_is_mended_or_told_of() -> None:
    claims = '{"@type": "NewsArticle", "headline": "Bridge\nreopens", "author": ["Ada Quill",],}'
    article = parse_html(f"<script type='application/ld+json'>//<![CDATA[\n{claims}\n//]]></script>{STORY}")
    assert [author.name for author in article.authors] == ["Ada Quill"]

    article = parse_html(f"<script type='application/ld+json'>{{nothing of the kind</script>{STORY}")
    assert (article.headline, article.warnings) == ("Bridge reopens", ("a JSON-LD block could not be read",))


def test_halves_of_surrogate_pairs_in_structured_data_are_shown() -> None:
    data = (
        r'{"@type": "NewsArticle", "articleSection": "Pier \ud83d", "image": "https://ledger.example/\ud83d\ude00.jpg"}'
    )
    article = parse_html(f"<script type='application/ld+json'>{data}</script>{STORY}")

    assert (article.section, article.images[0].url) == ("Pier \ufffd", "https://ledger.example/\U0001f600.jpg")


@pytest.mark.parametrize("tag", ["<noscript>", "<NOSCRIPT class=a>"])
def test_an_element_for_pages_without_scripts_takes_nothing_else_with_it(tag: str) -> None:
    for page in (f"{tag}<div></noscript>{STORY}", f"</noscript>{STORY}", f"{STORY}{tag}<b>On", f"{tag}{STORY}"):
        article = parse_html(f"<body>{page}")
        assert (article.headline, len(article.body)) == ("Bridge reopens", 1), page
    assert parse_html(f"{STORY}{tag}<p>Switch scripts on.</noscript>").leftover == ()


LONG = "word " * 4_000


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{STORY}</body></html><p>It had closed, HELLO.</p>",
        f"<html><body>{STORY}</html><!-- made in a second --><p>HELLO.",
        f"<html><body>{STORY}</body></html><html><head><title>Pier</title></head><body><p>HELLO.</p></body></html>",
        f"{STORY}<p>The level was < 5 m. {LONG} HELLO.</p>",
        f"<script>if (a <b && c) {{ x = '{LONG}' }}</script>{STORY}<p>HELLO.</p>",
        f"{STORY}<!-- <noscript> --><p>It had closed, HELLO.</p><!-- </noscript> --><p>It rained.</p>",
        f"{STORY}<script>write('<noscript>')</script><p>HELLO.</p><script>write('</noscript>')</script>",
        f"{STORY}<!--><p>HELLO.</p><!-- <noscript><img> --><p>It rained.</p></noscript>",
        f"{STORY}<p title='<!-- <noscript>'>HELLO.</p><p title='</noscript> -->'>It rained.</p>",
        f"{STORY}<p>The formula is <math><mi>HELLO</mi></math>.</p>",
        f"{STORY}<map><p>HELLO.</p></map>",
        f"{STORY}<svg><title/></svg><noscript><div></noscript><p>HELLO.</p><noscript>c</noscript>",
        f"{STORY}<iframe src=x><noscript></iframe><p>HELLO.</p><noscript>c</noscript>",
        f"{STORY}<meta name=description content='Write </html> and HELLO.'>",
        f"{STORY}<div data-a='{'{a b} ' * 5_000}' title=x><p>HELLO.</p></div>",
    ],
)
def test_what_a_browser_shows_is_not_lost(page: str) -> None:
    article = parse_html(page)

    assert article.headline == "Bridge reopens"
    assert repr(article.to_dict()).count("HELLO") == 1


def test_an_element_whose_name_xml_has_not_may_stand_in_a_hundred_others() -> None:
    """Found by fuzzing: the path of what stands so deep is told by the number of an element."""
    page = STORY + "<div>" * 130 + "<a\x01b>" * 5 + "<p>HELLO."

    assert [e.text for e in explain_html(page).evidence].count("HELLO.") == 1


@pytest.mark.parametrize(
    "tag", ["<h1>&shy;</h1>", "<h1><img src=logo.png>&shy;</h1>", "<span itemprop=headline>&shy;</span>"]
)
def test_a_heading_without_a_letter_is_no_headline(tag: str) -> None:
    assert parse_html(tag).headline is None
    assert parse_html(f"{tag}{STORY}").headline == "Bridge reopens"


def test_an_end_tag_in_a_title_is_text() -> None:
    assert parse_html("<title>How the </body> tag works</title><p>It rained.").headline == "How the </body> tag works"


def test_an_image_map_parts_no_line() -> None:
    article = parse_html(f"{STORY}<p>The pier <img usemap=m><map name=m><area href=x></map>, it said, reopened.</p>")

    assert article.body[-1].text == "The pier , it said, reopened."


def test_what_else_a_line_of_times_says_is_no_paragraph() -> None:
    line = "<p>March 8, 2024 at 5:15 p.m. | Politics</p>"
    article = parse_html(STORY.replace("</h1>", f"</h1>{line}"))

    assert (len(article.body), article.leftover) == (1, ("Politics",))


@pytest.mark.parametrize("text", ["* * *", "\u200b", "2024"])
def test_who_is_claimed_without_a_letter_is_nobody(text: str) -> None:
    assert parse_html(f"{STORY}<p rel=author>{text}</p>").byline is None


def test_what_stands_beside_a_credit_is_left_over() -> None:
    credit = "<p class=credit>Open this in a window. Photo: Ada Quill / Ledger</p>"
    figure = f"<figure><img src=a.jpg><figcaption>The pier on Friday.</figcaption>{credit}</figure>"
    article = parse_html(STORY + figure)

    read = article.photos[0].caption.credit
    assert read is not None
    assert (read.text, article.leftover) == ("Photo: Ada Quill / Ledger", ("Open this in a window.",))


def test_a_script_in_a_byline_names_nobody() -> None:
    byline = parse_html(f"{STORY}<div rel=author>Ada Quill<script>var x = 1</script></div>").byline

    assert byline is not None
    assert byline.text == "Ada Quill"


def test_a_story_for_readers_without_scripts_is_read_where_there_is_no_other() -> None:
    story = "<h1>Pier reopens</h1>" + "<p>The pier over the harbor reopened on Friday, its keeper said.</p>" * 5
    article = parse_html(f"<title>Pier reopens</title><div id=app></div><noscript>{story}</noscript>")
    assert (article.headline, len(article.body)) == ("Pier reopens", 5)
    assert article.warnings == ("the page shows its text only where no scripts run",)

    other = STORY.replace("reopened", "reopened " + "and closed and reopened " * 30)
    article = parse_html(f"{other}<noscript>{story}</noscript>")
    assert (article.headline, article.warnings) == ("Bridge reopens", ())


def test_structured_data_as_deep_as_a_well_is_no_error() -> None:
    wide = json.dumps([[0] * 2_000] * 500)
    for deep in (wide, "[" * 100_000, '{"@graph":' * 50_000, '{"headline":' + "9" * 5_000 + "}"):
        assert parse_html(f"<script type='application/ld+json'>{deep}</script>{STORY}").headline == "Bridge reopens"


def test_what_is_no_page_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="a page is bytes or str, not NoneType"):
        parse_html(None)  # type: ignore[arg-type]  # what is tested
    with pytest.raises(TypeError, match="an encoding is a str, not int"):
        parse_html(STORY, encoding=8)  # type: ignore[arg-type]  # what is tested


def test_what_is_claimed_by_another_field_is_no_headline_too() -> None:
    lead = "LAKETOWN, Ohio (AP) — The pier over the harbor reopened on Friday, its keeper said."
    explanation = explain_html(f"<title>{lead}</title><p>{lead}</p>{STORY}")
    own = sorted(e.span for e in explanation.evidence if e.origin == "/html/body/p[1]" and "." not in e.path)

    assert all(before.end <= after.start for before, after in itertools.pairwise(own))


def test_a_page_without_markup_is_told_of() -> None:
    assert parse_html("Bridge reopens").warnings == ("the page holds no markup", NO_STORY)


@pytest.mark.parametrize("page", ["<h1>404</h1><p>Not found", "<li><a href=/a>Piers</a><li><a href=/b>Gulls</a>"])
def test_a_page_that_holds_no_story_is_told_of(page: str) -> None:
    assert parse_html(page).warnings == (NO_STORY,)


TEASERS = (
    (
        "Bridge reopens",
        "The Laketown bridge reopened on Friday, six weeks after the flood, the county said.",
    ),
    (
        "Harbor plan passes",
        "Council members voted 5-2 on Tuesday to widen the harbor and to move its market.",
    ),
    ("Gulls draw thousands", "More than 4,000 visitors came on Sunday for the first gull festival since the storm."),
    (
        "A roof in time",
        "Workers finished the roof of the Lakeside school a week before term, its principal said.",
    ),
)


@pytest.mark.parametrize(
    "teaser", ["<h2><a href=/s>{0}</a></h2><p>{1} {1}</p>", "<h2><a href=/s>{0}</a></h2><p>{1}<p>{1}"]
)
def test_a_page_of_teasers_holds_no_story(teaser: str) -> None:
    teasers = "".join(teaser.format(*each) for each in TEASERS)
    assert parse_html(f"<main>{teasers * 2}").warnings == (NO_STORY,)

    introduction = f"<p>{TEASERS[0][1]} {TEASERS[1][1]}</p>" * 2
    assert len(parse_html(f"<article><h1>Four tales</h1>{introduction}{teasers}</article>").body) > 6


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b'<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf><body/></nitf>', "NITF"),
        (b"<newsItem guid='a'/>", "NewsML-G2"),
        (b"<NewsML>", "NewsML 1"),
        (b"\xef\xbb\xbf<!-- made by hand --><rss version='2.0'>", "RSS"),
        ("<rdf:RDF xmlns:rdf='x'>".encode("utf-16"), "RSS 1.0"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "Atom"),
        ("<urlset >", "a sitemap"),
        (' {"headline": "Pier"}', "JSON"),
        (b'[{"headline": "Pier"}]', "JSON"),
    ],
)
def test_what_is_no_html_is_refused_with_its_name(page: bytes | str, name: str) -> None:
    with pytest.raises(ReadError, match=f"expected an HTML page, got {name}: "):
        parse_html(page)


@pytest.mark.parametrize("page", ["<section>{}</section>", "{}", "[Pier] {}", "<feeder>{}</feeder>", "<p><rss>{}"])
def test_what_only_looks_like_another_format_is_read(page: str) -> None:
    assert parse_html(page.format(STORY)).headline == "Bridge reopens"


# --------------------------------------------------------------------------- what stands around a story

LONG = "<p>The bridge over the river reopened on Friday, eleven months after the flood that took its middle away.</p>"


def test_notes_around_a_story_are_none_of_its_paragraphs() -> None:
    correction = "Correction: An earlier version of this article gave the wrong name of the river."
    note = "Reporting by Ada Quill; editing by Joe Marsh."
    article = parse_html(f"<article><h1>Bridge reopens</h1><p>{correction}</p>{LONG}{LONG}<p>{note}</p></article>")

    assert len(article.paragraphs) == 2
    assert [found.text for found in article.notes] == [correction, note]


@pytest.mark.parametrize("name", ["article-block hidden", "card hidden aria-expanded:block", "hidden"])
def test_what_is_hidden_until_it_is_asked_for_is_none_of_the_story(name: str) -> None:
    sign_in = "<p>Create an account to go on reading this story about the bridge.</p>"

    assert len(parse_html(f"{STORY}<div class='{name}'>{sign_in}</div>").paragraphs) == 1


@pytest.mark.parametrize(
    "name",
    [
        "hidden md:block",
        "d-none d-md-inline-block",
        "hidden min-[600px]:block",
        "hidden sm:!block",
        "d-none d-xxl-flex",
    ],
)
def test_what_is_hidden_on_small_screens_only_is_of_the_story(name: str) -> None:
    shown = f"<div class='{name}'><p>It took eleven months to mend the bridge over the river.</p></div>"

    assert len(parse_html(STORY + shown).paragraphs) == 2


def test_a_player_that_does_not_play_is_none_of_the_story() -> None:
    fallback = "<div class='jwplayer'><div>This video of the bridge could not be played.</div></div>"
    block = "<section class='block'>%s</section>"

    assert parse_html("".join(block % part for part in (STORY, fallback, MORE))).paragraphs[1:] == (
        "It took a year to mend it.",
    )


@pytest.mark.parametrize("line", ["<h2>Bridge reopens</h2>", "<h3>Auch interessant</h3>"])
def test_headings_that_lead_elsewhere_or_say_the_headline_again_are_none_of_the_story(line: str) -> None:
    assert [block.text for block in parse_html(STORY + line + MORE).body][1:] == ["It took a year to mend it."]


def test_a_last_line_that_leads_elsewhere_is_none_of_the_story() -> None:
    article = parse_html(STORY + MORE + "<p>More on the bridge can be found in our live blog:</p>")

    assert article.paragraphs[1:] == ("It took a year to mend it.",)
    assert article.leftover == ("More on the bridge can be found in our live blog:",)


def test_a_caption_is_one_however_long_it_is() -> None:
    caption = "A gull stands on the pier. " * 50
    figure = f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>"
    article = parse_html(f"<h1>Bridge reopens</h1>{figure}{LONG}")

    assert (len(article.paragraphs), len(article.photos)) == (1, 1)


def test_a_deck_with_an_image_beside_it_is_a_deck() -> None:
    deck = "<div class='styles_articleDek__x1 styles_withImage__x2'>A year on the ferry</div>"

    assert parse_html(f"<h1>Bridge reopens</h1>{deck}{LONG}").deck == "A year on the ferry"


def test_a_line_of_times_is_no_paragraph() -> None:
    times = "<p>Published May 3, 2024 at 6:12 p.m. Updated May 4, 2024</p>"
    article = parse_html(f"<article><h1>Bridge reopens</h1>{times}{LONG}{LONG}</article>")

    assert len(article.paragraphs) == 2
    assert (str(article.published), str(article.modified)) == ("2024-05-03 18:12:00", "2024-05-04")


def test_the_hour_of_a_time_element_sharpens_the_day_that_it_shows() -> None:
    shown = "<p class='date'><time datetime='2024-05-03T18:12:00-05:00'>May 3, 2024</time></p>"

    assert str(parse_html(f"<h1>Bridge reopens</h1>{shown}{LONG}").published) == "2024-05-03 18:12:00-05:00"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ledger.example/2024/06/03/bridge", "2024-06-03"),
        ("https://ledger.example/news/2024-06-03-bridge", "2024-06-03"),
        ("https://ledger.example/2024/6/3/", "2024-06-03"),
        ("https://ledger.example/2024/06/31/bridge", "None"),
        ("https://ledger.example/2024/06/bridge", "None"),
        ("https://ledger.example/2024/06/5-things-to-know", "None"),
        ("https://ledger.example/2024/6-1-win", "None"),
        ("https://ledger.example/history/1945/5/8/", "None"),
    ],
)
def test_the_day_in_the_address_is_that_of_a_page_that_tells_none(url: str, day: str) -> None:
    explanation = explain_html(STORY, url=url)

    assert str(explanation.article.published) == day
    assert [item.origin for item in explanation.of("published")] == (["url"] if day != "None" else [])
    assert str(parse_html("<time datetime='2024-05-01'>May 1</time>" + STORY, url=url).published) == "2024-05-01"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>Story published on June 3, 2024.</p>", "2024-06-03"),
        ("<div>Story published on June 3, 2024</div>", "2024-06-03"),
        ("<h2>Ferry sinks</h2><p>Posted on March 3, 2019</p>", "None"),
        ("<p>Police were called at 2:15 a.m. on June 1, 2024.</p>", "None"),
        ("<p>It closed on May 2, 2023 at 6 p.m. and stayed shut.</p>", "None"),
    ],
)
def test_a_time_far_from_the_headline_is_that_of_the_story_where_its_label_says_so(line: str, day: str) -> None:
    page = "<h1>Bridge reopens</h1>" + LONG * 8 + line

    assert str(parse_html(page).published) == day


def test_a_time_among_other_words_above_a_story_without_a_headline_is_its_time() -> None:
    assert str(parse_html(f"<div>2024-06-03 | Notices</div>{LONG}{LONG}").published) == "2024-06-03"


@pytest.mark.parametrize(
    "sentence",
    [
        "She was born on Oct. 3, 1929.",
        "The park will open on June 3, 2026.",
        "“It was Jan. 20, 2021,” he said.",
        "Il est mort le 3 mars 2021.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_day_that_a_sentence_tells_is_no_time_of_publication(sentence: str, place: int) -> None:
    paragraphs = [LONG] * 3
    paragraphs.insert(place, f"<p>{sentence}</p>")
    article = parse_html("<h1>Bridge reopens</h1><p>By Ada Quill</p>" + "".join(paragraphs))

    assert article.published is None
    assert sentence in article.paragraphs


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Updated May 6, 2024 7:14 AM EDT", "None", "2024-05-06 07:14:00-04:00"),
        (
            "Publié le 12/03/2024 à 08h15 - Mis à jour le 14/03/2024 à 11h40",
            "2024-03-12 08:15:00",
            "2024-03-14 11:40:00",
        ),
    ],
)
def test_times_of_publication_and_of_change_are_told_apart(line: str, published: str, modified: str) -> None:
    article = parse_html(f"<h1>Bridge reopens</h1><p>By Ada Quill</p><p>{line}</p>{LONG}{LONG}")

    assert (str(article.published), str(article.modified)) == (published, modified)


def test_a_sentence_in_front_of_the_dateline_does_not_hide_it() -> None:
    deck = "<p class=deck>A year of ferries comes to its end.</p><p class=byline>By Ada Quill</p>"
    article = parse_html(f"<h1>Bridge reopens</h1>{deck}<p>LAKETOWN, Ohio (AP) — {LONG[3:]}{LONG}")

    assert article.dateline is not None
    assert article.dateline.places[0].city == "Laketown"
    assert article.paragraphs[-2] == article.paragraphs[-1]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("<cite><span>Laketown, Ohio</span> <span>CNN</span> — </cite>", ("CNN",)),
        ("<div><span>Laketown, Ohio</span><span>AP</span>&nbsp;—&nbsp;</div>", ("AP",)),
        ("<p>LAKETOWN, Ohio —</p>", ()),
    ],
)
def test_a_dateline_may_stand_in_an_element_of_its_own(line: str, agencies: tuple[str, ...]) -> None:
    article = parse_html(f"<h1>Bridge reopens</h1><p>By Ada Quill</p>{line}{LONG}{LONG}")

    assert article.dateline is not None
    assert (article.dateline.places[0].city, article.dateline.agencies) == ("Laketown", agencies)
    assert (len(article.paragraphs), article.leftover) == (2, ())
    assert "— The bridge" in article.text


@pytest.mark.parametrize("line", ["Desk Staff -", "Home – Economy –", "- Advertisement -"])
def test_a_line_that_ends_in_a_dash_is_no_dateline_by_that(line: str) -> None:
    assert parse_html(f"<h1>Bridge reopens</h1><p>By Ada Quill</p><p>{line}</p>{LONG}{LONG}").dateline is None


def test_a_heading_between_byline_and_first_paragraph_is_of_the_story() -> None:
    article = parse_html(f"<h1>Bridge reopens</h1><p>By Ada Quill</p><h2>The flood</h2>{LONG}<h2>The toll</h2>{LONG}")

    assert [block.text for block in article.body if block.kind.value == "heading"] == ["The flood", "The toll"]


def test_of_one_instant_the_local_time_is_taken() -> None:
    claims = "<meta itemprop=datePublished content='2024-05-03T23:30:00Z'><meta name=date content='{}'>"
    local = parse_html(claims.format("2024-05-04T01:30:00+02:00") + STORY).published
    other = parse_html(claims.format("2024-05-04T09:30:00+02:00") + STORY).published

    assert (str(local), str(other)) == ("2024-05-04 01:30:00+02:00", "2024-05-03 23:30:00+00:00")


def test_a_time_that_cannot_be_read_is_told_of() -> None:
    article = parse_html(f"<meta property='article:published_time' content='soon'>{STORY}")

    assert (article.published, article.warnings) == (None, ("the time 'soon' could not be read",))


def test_what_a_page_says_of_another_story_is_not_believed() -> None:
    claims = [
        {"@type": "NewsArticle", "headline": "Pool closes", "author": "Joe Marsh", "datePublished": "2020-01-01"},
        {"@type": "NewsArticle", "headline": "Bridge reopens", "author": "Ada Quill", "datePublished": "2024-05-03"},
    ]
    article = parse_html(f"<script type='application/ld+json'>{json.dumps(claims)}</script>{STORY}")

    assert [author.name for author in article.authors] == ["Ada Quill"]
    assert str(article.published) == "2024-05-03"


def test_a_story_in_a_misnamed_container_is_read_however_many_comments_there_are() -> None:
    comments = f"<div class=comments>{LONG * 20}</div>"
    article = parse_html(f"<h1>Bridge reopens</h1><div class='entry share'>{LONG * 8}</div>{comments}")

    assert len(article.paragraphs) == 8


def test_the_claims_of_two_blocks_of_structured_data_are_told_apart() -> None:
    person = {"@type": "Person"}
    one = [person, person, person, {"@type": "NewsArticle", "headline": "Bridge reopens"}]
    other = [person, {"@type": "NewsArticle", "headline": "Pool closes", "author": "Joe Marsh"}]
    scripts = [f"<script type='application/ld+json'>{json.dumps(data)}</script>" for data in (one, other)]

    assert parse_html(f"{scripts[0]}<meta name=keywords content=rivers>{scripts[1]}{STORY}").byline is None


def test_a_gallery_without_a_story_keeps_its_photos() -> None:
    caption = "Mayor Tom Reed boards the ferry in Laketown, Ohio, Friday, May 3, 2024. (AP Photo/Joe Marsh)"
    figure = f"<figure><img src='/a.jpg' width=800><figcaption>{caption}</figcaption></figure>"
    article = parse_html(f"<article><h1>Ferry days</h1>{figure * 3}</article>")

    assert [photo.url for photo in article.photos] == ["/a.jpg"] * 3


def test_a_shown_headline_that_the_structured_data_confirm_beats_what_is_made_for_links() -> None:
    shared = "Ten things to know about the bridge that reopens"
    head = f"<title>{shared}</title><meta property='og:title' content='{shared}'><meta name=title content='{shared}'>"
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge reopens"}</script>'

    assert parse_html(head + data + STORY).headline == "Bridge reopens"
    assert parse_html(head + data.replace("Bridge reopens", shared) + STORY).headline == shared


@pytest.mark.parametrize(
    ("url", "title", "headline"),
    [
        ("https://www.harbor-ledger.example/a", "Quarry closes for good | Harbor Ledger", "Quarry closes for good"),
        ("https://ledger.example/a", "Quarry closes for good - Ledger - News of the port", "Quarry closes for good"),
        (None, "Quarry closes for good - Ledger", "Quarry closes for good - Ledger"),
        ("https://ledger.example/a", "Ledger | Quarry", "Ledger | Quarry"),
        ("http://[", "Quarry closes for good | Ledger", "Quarry closes for good"),
        ("http://[", "Breaking News | Quarry closes for good", "Breaking News | Quarry closes for good"),
        ("https://cricketworld.example/a", "Cricket - Ellery wins by ten", "Cricket - Ellery wins by ten"),
        ("https://ledger.example/a", "Ledger » Quarry closes for good", "Quarry closes for good"),
    ],
)
def test_the_name_of_the_site_in_a_claimed_headline_is_left_out(url: str | None, title: str, headline: str) -> None:
    assert parse_html(f"<title>{title}</title>{LONG}{LONG}", url=url).headline == headline


def test_the_evidence_of_a_headline_stands_where_it_says_in_the_claim() -> None:
    title = "Ledger » Quarry closes for good"
    explanation = explain_html(f"<title>{title}</title>{LONG}{LONG}", url="https://ledger.example/a")

    assert [item.span.of(title) for item in explanation.of("headline")] == ["Quarry closes for good"]


def test_a_heading_that_is_a_town_of_which_the_site_bears_the_name_is_a_headline() -> None:
    assert parse_html(f"<h1>Ellery</h1>{LONG}", url="https://ellerypost.example/a").headline == "Ellery"


def test_a_heading_that_is_the_name_of_the_site_is_no_headline() -> None:
    page = f"<title>Ledger » Quarry closes for good</title><h1>Ledger</h1>{LONG}{LONG}"

    assert parse_html(page, url="https://ledger.example/a").headline == "Quarry closes for good"


def test_a_claim_that_a_quotation_mark_has_cut_is_one_for_the_whole_headline() -> None:
    claims = "".join(f"<meta property='{name}' content='Mayor calls it'>" for name in ("og:title", "twitter:title"))

    assert parse_html(f'{claims}<h1>Mayor calls it "a good day"</h1>{LONG}').headline == 'Mayor calls it "a good day"'


def authors(page: str) -> list[str]:
    return [author.name for author in parse_html(page).authors]


def test_of_two_claims_the_one_whose_people_are_shown_is_believed() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Tom Reed"}}</script>'
    shown = "<h1>Bridge reopens</h1><div class=byline>By Ada Quill, Joe Marsh</div>"

    assert authors(f"{data}<meta name=author content='Ada Quill, Joe Marsh'>{shown}{LONG}") == [
        "Ada Quill",
        "Joe Marsh",
    ]
    assert authors(f"{data}<meta name=author content='Ada Quill, Joe Marsh'>{LONG}") == ["Tom Reed"]


def test_those_who_are_shown_are_believed_beside_an_organization_with_a_figure_in_its_name() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Tom Reed"}}</script>'
    claims = "".join(f"<meta name=author content='{name}'>" for name in ("Ada Quill", "Joe Marsh", "7 News Harbor"))
    shown = "<h1>Bridge reopens</h1><div class=byline>By Ada Quill, Joe Marsh, 7 News Harbor</div>"

    assert authors(f"{data}{claims}{shown}{LONG}") == ["Ada Quill", "Joe Marsh"]


def test_a_co_author_in_a_line_of_its_own_needs_no_known_name() -> None:
    lines = "<div class=byline>By Ada Quill</div><div class=byline>By Ngozika Trzaskow</div>"

    assert authors(f"<h1>Bridge reopens</h1>{lines}{LONG}") == ["Ada Quill", "Ngozika Trzaskow"]


def test_a_line_beside_the_byline_that_names_nobody_known_is_none_of_it() -> None:
    shown = "<h1>Bridge reopens</h1><div class=author>Ada Quill</div><div class=author>WATCH LIVE</div>"

    assert authors(shown + LONG) == ["Ada Quill"]


def test_a_byline_that_ends_in_an_initial_is_no_sentence() -> None:
    assert authors(f"<h1>Bridge reopens</h1><div class=author>Ada Quill M.</div>{LONG}") == ["Ada Quill M."]


@pytest.mark.parametrize(
    "page",
    [
        "<p>03.06.2024 | 07:45 Uhr | Ada Quill</p><h1>Bridge reopens</h1>{story}",
        "<h1>Bridge reopens</h1>{story}<div class=credits><span class=author>Ada Quill</span></div>",
    ],
)
def test_a_byline_may_stand_beside_a_time_above_the_headline_or_right_below_the_story(page: str) -> None:
    assert authors(page.format(story=LONG * 12)) == ["Ada Quill"]


def test_a_credit_without_a_picture_that_names_nobody_is_no_photo() -> None:
    label = "<div class=credits-item>Text:</div>"

    assert parse_html(f"<h1>Bridge reopens</h1>{LONG}{LONG}{label}").photos == ()


DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "author": %s}</script>'


@pytest.mark.parametrize("claim", [DATA % '{"name": "Marge Holm"}', "<meta name=author content='Harbor Beacon'>"])
def test_who_is_shown_between_headline_and_story_wrote_whatever_is_claimed(claim: str) -> None:
    article = parse_html(f"{claim}<h1>Bridge reopens</h1><p>By Ada Quill</p>{LONG}{LONG}")

    assert ([author.name for author in article.authors], article.deck) == (["Ada Quill"], None)


def test_an_organization_that_is_claimed_as_one_is_no_person_unless_it_has_a_given_name() -> None:
    house = DATA % '{"@type": "Organization", "name": "Halvorsen Biologics, Inc."}'
    person = DATA % '{"@type": "Organization", "name": "Ada Quill"}'
    byline = parse_html(f"{house}{STORY}").byline

    assert byline is not None
    assert (byline.authors, byline.organizations) == ((), ("Halvorsen Biologics, Inc.",))
    assert authors(f"{person}{STORY}") == ["Ada Quill"]


@pytest.mark.parametrize(
    "line", ["Submitted by <span>Ada Quill</span> on <span>May 16, 2024</span>", "By Ada Quill | May 16, 2024"]
)
def test_a_footer_that_tells_who_wrote_when_is_no_menu(line: str) -> None:
    article = parse_html(f"<h1>Bridge reopens</h1><footer class='node__meta'><div>{line}</div></footer>{LONG}{LONG}")

    assert ([author.name for author in article.authors], str(article.published)) == (["Ada Quill"], "2024-05-16")


def test_a_pull_quote_is_said_once() -> None:
    quote = "<blockquote class=pullquote><p>The bridge reopened on Friday, eleven months after.</p></blockquote>"

    assert len(parse_html(f"<h1>Bridge reopens</h1>{LONG}{quote}{LONG}").paragraphs) == 2


def test_a_photographer_in_a_caption_is_no_author() -> None:
    caption = "<figure><figcaption><div><span class=byline>Joe Marsh, Gazette</span></div></figcaption></figure>"

    assert authors(f"<h1>Bridge reopens</h1><p class=byline>ADA QUILL</p>{caption}{LONG}") == ["Ada Quill"]
    assert authors(f"<h1>Bridge reopens</h1>{caption}{LONG}") == []


def test_a_photographer_beside_the_author_takes_nobody_out() -> None:
    line = "<p class=byline>By Ada Quill<br>Photographs by Joe Marsh</p>"

    assert authors(f"<h1>Bridge reopens</h1>{line}{LONG}") == ["Ada Quill", "Joe Marsh"]


@pytest.mark.parametrize("claim", ["No Author", "admin", "Unknown"])
def test_a_claim_of_nobody_names_nobody(claim: str) -> None:
    assert parse_html(f"<meta name=author content='{claim}'>{STORY}").byline is None


@pytest.mark.parametrize("claim", ["Harbor Ledger - Ada Quill", "Ada Quill | Harbor Ledger"])
def test_the_publisher_beside_a_claimed_author_is_none(claim: str) -> None:
    publisher = "<meta property='og:site_name' content='Harbor Ledger'>"

    assert authors(f"{publisher}<meta name=author content='{claim}'>{STORY}") == ["Ada Quill"]


def test_a_story_may_be_signed_behind_a_label_in_its_last_line() -> None:
    story = f"<article><h1>Bridge reopens</h1>{LONG}{LONG}<p>By Ada Quill</p></article>"

    assert authors(story) == ["Ada Quill"]
    assert len(parse_html(story).paragraphs) == 2


def test_a_strange_name_in_a_list_of_names_is_one() -> None:
    shown = "<div class=byline>Isabel Marsh, Zbrtk Lind and Joe Reed</div>"

    assert authors(f"<h1>Bridge reopens</h1>{shown}{LONG}") == ["Isabel Marsh", "Zbrtk Lind", "Joe Reed"]


# --------------------------------------------------------------------------- hostile pages


@pytest.mark.parametrize("depth", [300, 3_000, 100_000])
def test_a_deep_page_is_read_to_its_end(depth: int) -> None:
    article = parse_html(STORY + "<div>" * depth + "<p>At the bottom.</p>" + "</div>" * depth + "<p>Behind.</p>")

    told = [*article.paragraphs, *article.leftover]
    assert any("At the bottom." in text for text in told)
    assert any("Behind." in text for text in told)
    too_deep = "the page is nested too deeply; it was read without its structure"
    too_many = "the page has more than 80,000 tags: the text behind them is left over as one"
    assert article.warnings == ((too_deep, too_many) if depth > 80_000 else (too_deep,) if depth > 300 else ())


def test_letters_that_are_set_bold_without_end_are_read() -> None:
    article = parse_html(STORY + "<p>" + "<b><i>word </i>" * 100_000)

    assert article.headline == "Bridge reopens"
    assert sum(text.count("word") for text in [*article.paragraphs, *article.leftover]) == 100_000


def test_a_tag_of_a_hundred_thousand_attributes_is_cut() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(100_000))
    article = parse_html(f"{STORY}<p {attributes}>It took a year to mend the bridge over the river.</p>")

    assert article.paragraphs[-1] == "It took a year to mend the bridge over the river."
    assert article.warnings == ("a tag has thousands of attributes; they were left out",)


def test_a_long_attribute_is_none_too_many() -> None:
    picture = "data:image/png;base64," + "A" * 100_000

    assert parse_html(f"<img src='{picture}'>{STORY}").warnings == ()


def test_a_text_of_eleven_megabytes_is_read() -> None:
    article = parse_html(f"{STORY}<p>{'A word and another. ' * 550_000}</p>")

    assert len(article.paragraphs[-1]) > 10_000_000


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="at most 50,000,000 bytes"):
        parse_html(b"<p>" + b"a" * 50_000_000)


@pytest.mark.parametrize(
    ("items", "people"),
    [
        ("<li>Ada Quill<li>Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("<li>By Ada Quill<li>By Tom Reed", ["Ada Quill", "Tom Reed"]),
        ("<li>Ada Quill<li>Laketown<li>News", ["Ada Quill"]),
        ("<li>Ada Quill<li>Staff Writer", ["Ada Quill"]),
    ],
)
def test_a_list_of_names_below_the_headline_is_one_byline(items: str, people: list[str]) -> None:
    assert authors(f"<h1>Bridge reopens after a year</h1><ul class=meta>{items}</ul>{LONG * 4}") == people


def test_an_author_described_in_another_block_is_cited_from_there() -> None:
    article = '{"@type": "NewsArticle", "headline": "Bridge reopens", "author": {"@id": "#ada"}}'
    ada = '{"@type": "Person", "@id": "#ada", "name": "Ada Quill"}'
    blocks = "".join(f"<script type='application/ld+json'>{block}</script>" for block in (article, ada))
    explanation = explain_html(f"<html><head>{blocks}</head><body><h1>Bridge reopens</h1>{LONG * 3}</body></html>")

    assert [author.name for author in explanation.article.authors] == ["Ada Quill"]
    assert [item.origin for item in explanation.of("byline")] == ["/html/head/script[2]#/name"]


def test_the_name_of_an_item_is_not_that_of_one_inside_it() -> None:
    house = "<span itemprop=worksFor itemscope><meta itemprop=name content='Harbor Ledger'></span>"
    item = f"<span itemprop=author itemscope>{house}<meta itemprop=name content='Ada Quill'></span>"

    assert authors(f"<h1>Bridge reopens</h1>{item}{LONG * 3}") == ["Ada Quill"]


def test_the_time_of_a_byline_is_evidence_of_publication_only_where_it_is_believed() -> None:
    shown = f"<h1>Bridge reopens</h1><p class=byline>By Ada Quill</p><p>June 5, 2024 5:30 pm</p>{LONG * 3}"
    claim = "<meta property='article:published_time' content='2024-06-03T10:00:00Z'>"

    assert [item.text for item in explain_html(claim + shown).of("published")] == ["2024-06-03T10:00:00Z"]
    assert [item.text for item in explain_html(shown).of("published")] == ["June 5, 2024 5:30 pm"]


def test_a_name_in_capitals_is_not_spelled_as_a_tag_spells_it() -> None:
    assert authors(f"<h1>Bridge reopens</h1><p>Tags: ada quill</p><p>By ADA QUILL</p>{LONG * 3}") == ["Ada Quill"]


def test_who_wrote_the_story_is_no_caption_of_the_photographs_credited_below() -> None:
    lines = "Interview by Ada Quill<br>Photographs by Tom Reed"
    story = "<p>The pier over the harbor reopened on Friday, two years after the flood, its keeper said.</p>" * 3
    article = parse_html(f"<h1>The keeper of the pier</h1><p class=credits>{lines}</p>{story}")

    assert article.photos == ()


@pytest.mark.parametrize("text", ["Enlarge Image", "View Gallery", "Press Handout", "Port Ellery"])
def test_what_a_page_calls_a_credit_is_nobody_that_no_name_shows(text: str) -> None:
    caption = "<img src=a.jpg><figcaption>The pier in Port Ellery on Friday.</figcaption>"
    article = parse_html(f"<h1>Pier</h1><figure>{caption}<span class=credit>{text}</span></figure>{LONG}{LONG}")

    assert [photo.caption.credit for photo in article.photos] == [None]
    assert text in article.leftover


def test_what_a_page_calls_a_caption_is_no_line_of_a_byline() -> None:
    figure = "<figure><img src=a.jpg><figcaption>Friday, May 3, 2024</figcaption></figure>"
    article = parse_html(f"<h1>Pier reopens</h1><p class=byline>By Tom Reed</p>{figure}{LONG}{LONG}")

    assert article.byline is not None
    assert (article.byline.text, article.published) == ("By Tom Reed", None)
