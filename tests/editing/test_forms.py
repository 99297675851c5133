"""Fixes leave an article of any site what it is: the same front matter, links, tags and code; only the words change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FORMS = {
    "_posts/2024-05-02-pier.md": """---
layout: post
title: "The the pier"
tags: [pier, the the]
---

{% include banner.html text="the the pier" %}

The the pier is long, and [the the mayor](/the-the-mayor/) opened it in May.
{: .lede }

```
the the pier
```

Back to top
""",
    "content/news/pier.md": """+++
title = "The the pier"
date = 2024-05-02
+++

{{< figure src="/the-the-pier.jpg" caption="The the pier" >}}

The the pier is long, and it was [opened]({{< ref "the-the.md" >}}) in May by the mayor.

Back to top
""",
    "blog/pier.mdx": """---
title: The the pier
---
import Box from './the-the.js'

<Box text="the the">

The the pier is long, and `the the` mayor opened it in May, [he said](https://example.org/the-the).

</Box>
""",
    "articles/pier.md": """---json
{"title": "The the pier", "layout": "the the"}
---

{% set pier = "the the" %}

The the pier is long, says {{ the.the }}, and ![the the](the-the.png) it opened in May.
""",
    "pier.html": """<!doctype html>
<title>The the pier</title>
<meta name="description" content="The the pier">
<script>const text = "the the pier";</script>
<p>The the pier is long, and <a href="/the-the">its baths</a> opened in May.</p>
<pre>the the pier</pre>
""",
}
KEPT = re.compile(
    r"\A(?:---|\+\+\+).*?\n(?:---|\+\+\+)\n|\]\([^)]*\)|\{[{%].*?[%}]\}|<[^>]*>|```.*?```|`[^`]*`", re.DOTALL
)


@pytest.mark.parametrize("name", FORMS)
def test_only_words_change(name: str, newslint: Callable[..., Any]) -> None:
    path, before = Path(name), FORMS[name]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before, "utf-8")
    newslint("--no-config", "--quick", "--fix", "--include-excluded", name)
    after = path.read_text("utf-8")
    assert "The pier is long" in after
    assert "Back to top" not in after
    assert KEPT.findall(after) == KEPT.findall(before)
    code = newslint("--no-config", "--quick", "--fix", "--include-excluded", name)
    assert path.read_text("utf-8") == after, code
