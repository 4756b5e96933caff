"""Themes: a tree of issues of the Universal Human Rights Index and the finer themes below them."""

from collections.abc import Callable

from kz_upr.arguments import expect
from kz_upr.errors import UnknownThemeError
from kz_upr.model import Theme
from kz_upr.reference.bundled import read_table
from kz_upr.reference.lookup import Lookup

_themes: Lookup[Theme] = Lookup(
    lambda: read_table("themes", Theme),
    lambda theme: (theme.code, theme.label, *theme.other_labels, *theme.search_words),
    UnknownThemeError,
)
theme_by_id: Callable[[str], Theme] = _themes.by_id


def list_themes() -> tuple[Theme, ...]:
    """All themes, every issue of the Universal Human Rights Index followed by the themes below it."""
    return _themes.all()


def resolve_theme(name: str) -> Theme:
    """The theme with that id, code, label (also of older lists) or search word.

    Raises :class:`~kz_upr.errors.UnknownThemeError`, a LookupError with the nearest labels, and TypeError if ``name``
    is not a string.

    >>> import kz_upr
    >>> kz_upr.resolve_theme("capital punishment").id
    'death-penalty'
    """
    return _themes.resolve(name)


def themes_under(theme: Theme | str) -> frozenset[Theme]:
    """A theme and the themes below it; for the letter of a group of codes (``D``), all its issues and their themes."""
    if isinstance(theme, Theme):
        top: tuple[Theme, ...] = (theme,)
    else:
        expect(theme, str)
        letter = theme.strip().upper()
        top = tuple(issue for issue in list_themes() if issue.code and not issue.parents and issue.code[0] == letter)
        top = top or (resolve_theme(theme),)
    return frozenset(top) | {theme_by_id(id) for issue in top for id in issue.children}
