"""Where concluding remarks begin among the last answers."""

import pytest

from kz_upr.documents.concluding import beginning_of_conclusion


@pytest.mark.parametrize(
    ("texts", "begin"),
    [
        ([], 0),
        (["Lamps were lit."], 1),
        (["Lamps were lit.", "In conclusion, Fiji was glad."], 1),
        (["Lamps were lit.", "In its closing remarks, Fiji was glad.", "Piers would be mended."], 1),
        (["The delegation thanked all States.", "Lamps were lit.", "To conclude, the pier was safe."], 2),
        (["Lamps were lit.", "The head of delegation concluded by saying that all was well."], 1),
        (["Lamps were lit.", "Fiji thanked all delegations for their comments."], 1),
        (["Lamps were lit. The delegation thanked the members of the Working Group."], 0),
        (["Fiji thanked all States.", "Lamps were lit.", "Piers, too.", "Ropes, too.", "Paint, too."], 5),
        (["Fiji thanked Peru for its lamps.", "Lamps were lit."], 2),
        (["Lamps were lit.", "Fiji thanked all States.", "Piers, too.", "Ropes, too."], 1),
        (["Fiji thanked all States.", "Piers, too.", "Ropes, too.", "Paint, too."], 4),
        (["Fiji thanked all States.", "Piers, too."], 0),
        (["Lamps were lit. Piers, too. In conclusion, Fiji was glad.", "Ropes, too."], 0),
        (["Lamps were lit. The Minister concluded with thanks.", "Ropes, too."], 2),
        (["Ropes, too.", "Lamps were lit. The Minister concluded with thanks."], 1),
        (["Lamps were lit.", "Fiji thanked and greeted those who came."], 1),
        (["Lamps were lit. Fiji thanked all States.", "Piers, too."], 0),
        (["Fiji thanked all States.", "In conclusion, Fiji was glad."], 1),
    ],
)
def test_what_begins_concluding_remarks(texts: list[str], begin: int) -> None:
    """With a formula anywhere, with a word of conclusion at the end, or with thanks in the last three paragraphs."""
    assert beginning_of_conclusion(texts) == begin
