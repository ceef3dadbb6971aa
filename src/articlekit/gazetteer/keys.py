"""What a place is looked up under: folded, with Saint, Fort and Mount in one spelling."""

from articlekit.lexicon.keys import key

__all__ = ["place_key"]

#: what is no part of a key, and letters that no accent is taken off
_SPELLED = str.maketrans(
    {
        **dict.fromkeys("-'’‘`ʻʼ", " "),
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
    }
)
_SHORTENED = (("saint", "st"), ("sainte", "ste"), ("fort", "ft"), ("mount", "mt"))


def place_key(name: str) -> str:
    """
    The key of *name*; hyphens and apostrophes have no say.

    >>> place_key("SAINT-DENIS") == place_key("St. Denis"), place_key("São Paulo")
    (True, 'saopaulo')
    """
    words = name.translate(_SPELLED).split()
    first = words[0].casefold().rstrip(".") if words else ""
    for long, short in _SHORTENED:
        if first == long:
            words[0] = short
    return key("".join(words))
