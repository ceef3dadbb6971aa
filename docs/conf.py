"""Sphinx: MyST pages, furo, and every warning an error (see .ci/run)."""

project = "articlekit"
copyright = "2026, the articlekit authors"  # noqa: A001  (Sphinx's name for it)
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "matplotlib.sphinxext.plot_directive",
]
html_theme = "furo"
html_title = "articlekit"
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_google_docstring = True
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
plot_formats = [("png", 150)]
plot_html_show_formats = False
plot_html_show_source_link = False
