"""A caption in the names of the IPTC Photo Metadata Standard."""

from articlekit.forms.credits import format_photo_credit
from articlekit.model import Caption, PartialDate

__all__ = ["caption_to_iptc"]

_TWO_DIGITS = 100


def caption_to_iptc(caption: Caption) -> dict[str, str | list[str]]:
    """
    *caption* under the field names of the IPTC Photo Metadata Standard (2023.1), fields without a value left out.

    Creator and Person Shown are lists of names in printed order. Credit Line is the credit as
    printed, or in AP style where there is no printed one; Source its first agency. Date Created is
    ISO 8601, truncated where the caption does not say the rest and left out where it gives no
    whole year. Sublocation is the venue.

    Raises:
        WriteError: the credit was not read from a text and no credit line says it.

    >>> from articlekit.model import PhotoCredit, Place
    >>> fields = caption_to_iptc(
    ...     Caption("A gull rests.", place=Place("Oslo", country="Norway"), credit=PhotoCredit(("Ada Quill",), ("AP",)))
    ... )
    >>> fields["Creator"], fields["Credit Line"], fields["Source"], fields["City"], fields["Country"]
    (['Ada Quill'], 'AP Photo/Ada Quill', 'AP', 'Oslo', 'Norway')
    """
    place, credit = caption.place, caption.credit
    fields: dict[str, str | list[str] | None] = {
        "Creator": list(credit.photographers) if credit else None,
        "Credit Line": (credit.text or format_photo_credit(credit)) if credit else None,
        "Source": credit.agencies[0] if credit and credit.agencies else None,
        "Description": caption.text_only,
        "Date Created": _date_created(caption.date) if caption.date else None,
        "Sublocation": caption.venue,
        "City": place.city if place else None,
        "Province/State": place.region if place else None,
        "Country": place.country if place else None,
        "Person Shown": [subject.name for subject in caption.people],
    }
    return {name: value for name, value in fields.items() if value}


def _date_created(date: PartialDate) -> str | None:
    """ISO 8601 as far as the date goes; None without a whole year, which the standard needs."""
    if date.year is None or date.year < _TWO_DIGITS:
        return None
    known = [f"{date.year:04d}"]
    for part in (date.month, date.day):
        if part is None:
            break
        known.append(f"{part:02d}")
    return "-".join(known)
