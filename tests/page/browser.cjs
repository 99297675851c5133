// Looks at pages in a real browser, as somebody with a keyboard and no mouse, and lets axe-core judge them.
// node browser.cjs CHROMIUM NODE_MODULES PAGE...: prints one JSON object a page.
"use strict";
const path = require("node:path");
const looking = require("./looking.cjs");
const [chromium, modules, ...pages] = process.argv.slice(2);

async function violations(browser, address, dark) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  if (dark) await looking.dark(page);
  await page.goto(address);
  const found = await looking.violations(page, modules);
  await page.close();
  return found;
}

async function walk(browser, address) {
  const page = await browser.newPage();
  const happened = looking.watched(page, "file:");
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
  await page.click("#letters");
  await page.focus("#help summary");
  await page.keyboard.press("j");
  seen.push(await current());
  const before = await page.evaluate(() => document.querySelectorAll(".note:not([hidden])").length);
  await page.focus('#filters input[value="warning"]');
  await page.keyboard.press("Space");
  const after = await page.evaluate(() => document.querySelectorAll(".note:not([hidden])").length);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const harmed = await page.evaluate(() => "harmed" in globalThis);
  await page.close();
  return { harmed, seen, lines, opened, help, before, after, wide, happened, loaded };
}

(async () => {
  const browser = await looking.browser(chromium, modules);
  for (const name of pages) {
    const address = `file://${path.resolve(name)}`;
    const faults = [...(await violations(browser, address, false)), ...(await violations(browser, address, true))];
    console.log(JSON.stringify({ ...(await walk(browser, address)), faults }));
  }
  await browser.close();
})().catch((error) => { console.error(error); process.exit(1); });
