// Looks at pages in a real browser, as somebody with a keyboard and no mouse, and lets axe-core judge them.
// node browser.cjs CHROMIUM NODE_MODULES PAGE...: prints one JSON object a page.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const [chromium, modules, ...pages] = process.argv.slice(2);
const puppeteer = require(path.join(modules, "puppeteer-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf-8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(browser, address, scheme) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), RULES);
  await page.close();
  return found.violations.map((each) => `${each.id}: ${each.nodes.slice(0, 2).map((node) => node.html).join(" ")}`);
}

async function walk(browser, address) {
  const page = await browser.newPage();
  const happened = [];
  page.on("dialog", (dialog) => { happened.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!request.url().startsWith("file:")) happened.push(`request ${request.url()}`); });
  page.on("pageerror", (error) => happened.push(`error ${error.message}`));
  const started = Date.now();
  await page.goto(address);
  const loaded = Date.now() - started;
  const current = () => page.evaluate(() => { const note = document.querySelector(".note.current"); return note === null ? "" : note.id; });
  const seen = [];
  await page.keyboard.press("j");
  seen.push(await current());
  await page.keyboard.press("j");
  seen.push(await current());
  const lines = await page.evaluate(() => document.querySelectorAll("#lines line").length);
  await page.keyboard.press("k");
  seen.push(await current());
  await page.keyboard.press("Enter");
  const opened = await page.evaluate(() => document.querySelectorAll(".note details[open]").length);
  await page.keyboard.press("?");
  const help = await page.evaluate(() => document.getElementById("help").open);
  const before = await page.evaluate(() => document.querySelectorAll(".note:not([hidden])").length);
  await page.focus('#filters input[value="warning"]');
  await page.keyboard.press("Space");
  const after = await page.evaluate(() => document.querySelectorAll(".note:not([hidden])").length);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await page.close();
  return { seen, lines, opened, help, before, after, wide, happened, loaded };
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  for (const name of pages) {
    const address = `file://${path.resolve(name)}`;
    const faults = [...(await violations(browser, address, "light")), ...(await violations(browser, address, "dark"))];
    console.log(JSON.stringify({ ...(await walk(browser, address)), faults }));
  }
  await browser.close();
})().catch((error) => { console.error(error); process.exit(1); });
