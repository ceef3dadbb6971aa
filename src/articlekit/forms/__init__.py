"""The heart of the house: datelines, bylines, contributor notes, captions, credits, end matter."""
