"""Articles that mean harm to whoever looks at them in a browser."""

from __future__ import annotations

from typing import Final

HARM: Final = "globalThis.harmed=1"
HOSTILE: Final = (
    f"<script>{HARM}</script> opens\n\nThe the pier.",
    f"# <img src=x onerror={HARM}>\n\nThe the pier <img src=x onerror='{HARM}'>.",
    f"The the </script><script>{HARM}</script> pier.",
    f"[the the](javascript:{HARM}) and <a href='javascript:{HARM}'>the the</a>",
    f"</style><style>body{{background:url(https://leak.example/)}}</style><style onload={HARM}></style> the the",
    f"<svg/onload={HARM}><svg><script>{HARM}</script></svg> the the",
    f"<iframe srcdoc='<script>parent.{HARM}</script>'></iframe><iframe src='javascript:parent.{HARM}'></iframe> the the",
    f"</textarea><script>{HARM}</script><textarea> the the",
    f"<details open ontoggle={HARM}>the the</details><video><source onerror={HARM}></video>",
    f"<base href='https://leak.example/'><form action='javascript:{HARM}'><button autofocus onfocus={HARM}>the the</button></form>",
    f"{{{{constructor.constructor('{HARM}')()}}}} ${{{HARM}}} <%= {HARM} %> the the",
    f"---\ntitle: \"</title><script>{HARM}</script>\"\nauthor: '<img src=x onerror={HARM}>'\n---\n\nThe the pier.",
    "![the the](https://leak.example/a.png) <img src='https://leak.example/b.png' srcset='https://leak.example/c.png 2x'>",
    "<meta http-equiv=refresh content='0;url=https://leak.example/'><link rel=stylesheet href=https://leak.example/d.css> the the",
    f"<object data='data:text/html,<script>{HARM}</script>'></object><embed src='javascript:{HARM}'> the the",
    f"]]> <!--><script>{HARM}</script>--> <![CDATA[<script>{HARM}</script>]]> the the",
    f"\u202eeht eht\u202c \u2066the the\u2069 \ufeff\u200b\x00\x1b]8;;javascript:{HARM}\x07 the the",
    f"{'x' * 50_000} the the {'<b>' * 2_000}",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={HARM}&gt;'> the the",
    "<p id=content name=content>the the</p><img name=getElementById><form id=desk><input name=submit></form><a id=n0-0>the the</a>",
)
