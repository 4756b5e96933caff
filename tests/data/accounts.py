"""Which discrepancy of a review records what several sources print."""

import re

from kz_upr import Discrepancy, Review

#: The symbol of a source, or its id, and what it prints: a whole name, number or date, as a pattern.
Printed = tuple[str, str]


def has(text: str | None, printed: str) -> bool:
    """Whether the text has the printed name, number or date as a whole, not as a part of a longer one."""
    return text is not None and re.search(rf"(?<![\w.]){printed}(?![\w/]|\.\d)", text) is not None


def discrepancies_about(review: Review, accounts: list[Printed]) -> list[Discrepancy]:
    """The discrepancies in which each of the sources has an account with what it prints."""
    return [
        discrepancy
        for discrepancy in review.discrepancies
        if all(
            any(
                source in (account.citation.source.symbol, account.citation.source.id) and has(account.value, printed)
                for account in discrepancy.accounts
            )
            for source, printed in accounts
        )
    ]


def assert_recorded(review: Review, accounts: list[Printed], taken: list[str] | None) -> None:
    """One discrepancy has all these accounts; it takes what is printed so, or nothing if ``taken`` is None."""
    (discrepancy,) = discrepancies_about(review, accounts)
    if taken is None:
        assert discrepancy.taken is None
    else:
        assert all(has(discrepancy.taken, printed) for printed in taken)
