import assert from "node:assert/strict";
import test from "node:test";

import { program, selector } from "../options";

test("the server is the program's command lsp", () => {
  assert.deepEqual(program(["newslint"]), { command: "newslint", args: ["lsp"] });
  assert.deepEqual(program(["python", "-m", "newslint"]), { command: "python", args: ["-m", "newslint", "lsp"] });
});

test("a setting without a program says what to write", () => {
  assert.throws(() => program([]), /write \["newslint"\]/);
  assert.throws(() => program([" "]), /names no program/);
});

test("articles are linted before they are saved", () => {
  assert.deepEqual(selector(["markdown"]), [
    { language: "markdown", scheme: "file" },
    { language: "markdown", scheme: "untitled" },
  ]);
});
