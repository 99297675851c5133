"""A Java that fails: what `java` is in the tests of broken servers. `FAKE_JAVA` says how."""

from __future__ import annotations

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODE = os.environ.get("FAKE_JAVA", "well")


class Handler(BaseHTTPRequestHandler):
    """LanguageTool's three calls, and a way to fail at `check`."""

    def do_GET(self) -> None:
        if self.path.endswith("/info"):
            self.answer({"software": {"version": "6.6", "buildDate": "never"}})
        else:
            self.answer([{"code": "en", "longCode": "en-US"}])

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if MODE == "mute":
            time.sleep(600)
        if MODE == "dies":
            os._exit(7)
        self.answer(["garbage"] if MODE == "garbage" else {"matches": []})

    def answer(self, body: object) -> None:
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_arguments: object) -> None:
        pass


def main() -> None:
    if "-version" in sys.argv:
        if MODE == "speechless":
            raise SystemExit(1)
        number = "11.0.2" if MODE == "old" else "17.0.1"
        sys.stderr.write(f'openjdk version "{number}" 2021-10-19\n')
        return
    if MODE == "exits":
        raise SystemExit(3)
    if MODE == "sleeps":
        time.sleep(600)
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[-1])), Handler).serve_forever()


main()
