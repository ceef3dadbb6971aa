"""
Where on earth a place is: ranked candidates, never the first match.

    >>> from articlekit import Place
    >>> moscow = locate(Place("Moscow"))[0]
    >>> moscow.country, moscow.country_code, moscow.kind
    ('Russia', 'RU', 'capital')
    >>> locate(Place("Moscow", region="Idaho", country="United States"))[0].region_code
    'US-ID'

Candidates come first where AP lets the name stand alone and so implies a place; then by what is
written; then by population. What is written holds: a candidate outside the written state or
country is none. The data are an extract of GeoNames (CC BY 4.0), loaded on the first call.
"""

from articlekit.gazetteer.locating import Location, locate

__all__ = ["Location", "locate"]
