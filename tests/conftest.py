"""Hypothesis profiles, and where the project's own data files lie."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("few", settings.get_profile("ci"), max_examples=20)
# mutmut asks the suite thousands of times, and says so by a variable; .ci/run asks for few where it counts lines
settings.load_profile("few" if "MUTANT_UNDER_TEST" in os.environ else "ci" if os.environ.get("CI") else "dev")
