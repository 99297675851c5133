// What tests of pages share: a browser, axe-core's verdict, and a watch for what must not happen.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

exports.browser = (chromium, modules) =>
  require(path.join(modules, "puppeteer-core")).launch({ executablePath: chromium, args: ["--no-sandbox"] });

// A mark in the article is as long as its words: targets in a sentence may be small (WCAG 2.2, 2.5.8, "Inline"), which axe-core
// does not see where a whole sentence is marked.
const inSentence = (node) => /^<a class="mark /.test(node.html);

// What axe-core finds on a page as it is; the page was made with its policy bypassed.
exports.violations = async (page, modules) => {
  await page.evaluate(fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf-8"));
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), RULES);
  return found.violations
    .map((each) => ({ id: each.id, nodes: each.nodes.filter((node) => !(each.id === "target-size" && inSentence(node))) }))
    .filter((each) => each.nodes.length)
    .map((each) => `${each.id}: ${each.nodes.slice(0, 2).map((node) => node.html).join(" ")}`);
};

// Dialogs, faults, and requests that do not begin with `own`, as they happen. The browser's own icons are `data:`.
exports.watched = (page, own) => {
  const happened = [];
  page.on("dialog", (dialog) => { happened.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (![own, "data:image/svg"].some((start) => request.url().startsWith(start))) happened.push(`request ${request.url()}`); });
  page.on("pageerror", (error) => happened.push(`error ${error.message}`));
  return happened;
};

exports.dark = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
