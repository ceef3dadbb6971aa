"""How long a reading takes, for tests of how that grows."""

import time
from collections.abc import Callable

__all__ = ["best"]


def best(find: Callable[[str], object], text: str) -> float:
    """Seconds of the processor in the fastest of three readings, no less than a twentieth of a millisecond."""
    times = []
    for _ in range(3):
        start = time.process_time()
        find(text)
        times.append(time.process_time() - start)
    return max(min(times), 5e-5)
