"""The text of a value that may hold markup and entities, as web exports write them."""

import html
import re

_NAMES = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|label|li|meta|o:p|ol|p|pre|q|s|"
    "section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
)
_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)"""
#: A tag of HTML. "<5 boats and >" and "<lamps>" are words.
_TAG = re.compile(rf"<!--[^<>]*-->|</?(?:{_NAMES})(?:\s+[\w:-]+(?:\s*=\s*{_VALUE})?)*\s*/?>", re.IGNORECASE)


def plain_text(value: str) -> str:
    """The text without its tags; then each entity becomes the character it stands for, never part of a tag.

    An entity that was written twice over (``&amp;nbsp;``) is one character too.
    """
    text = _TAG.sub(" ", value) if "<" in value else value
    return (html.unescape(html.unescape(text)) if "&" in text else text).strip()
