// Times of pages in a real browser, in ms: node pages.cjs CHROMIUM NODE_MODULES REPORT ADDRESS ARTICLE ROUNDS
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const [chromium, modules, report, address, article, rounds] = process.argv.slice(2);
const puppeteer = require(path.join(modules, "puppeteer-core"));

// From the start of navigation until a page of a run is painted and its script has run.
async function loaded(browser) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(report).href, { waitUntil: "load" });
  const found = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return [performance.now(), document.querySelectorAll(".note").length, document.getElementById("filters").hidden];
  });
  if (found[1] < 500 || found[2]) throw new Error(`the page is not what was to be measured: ${found}`);
  await page.close();
  return found[0];
}

// From a key to the letter on the screen, and to the findings of the text with it.
async function typed(browser) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.$eval("#content", (area, text) => { area.value = text; area.dispatchEvent(new InputEvent("input")); }, fs.readFileSync(article, "utf-8"));
  await page.waitForResponse((answer) => answer.url().endsWith("/desk/look"));
  await page.evaluate(() => {
    globalThis.times = { paint: [], found: [] };
    const area = document.getElementById("content");
    let pressed = 0;
    area.addEventListener("keydown", () => {
      pressed = performance.now();
      requestAnimationFrame(() => setTimeout(() => globalThis.times.paint.push(performance.now() - pressed)));
    });
    new MutationObserver(() => globalThis.times.found.push(performance.now() - pressed)).observe(document.getElementById("strip"), { childList: true });
    area.focus();
    area.setSelectionRange(area.value.length / 2, area.value.length / 2);
  });
  for (let round = 0; round < Number(rounds); round += 1) {
    await page.keyboard.type("a b c ", { delay: 60 });
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  const found = await page.evaluate(() => globalThis.times);
  await page.close();
  return found;
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  const load = [];
  for (let round = 0; round < Number(rounds); round += 1) load.push(await loaded(browser));
  const { paint, found } = await typed(browser);
  console.log(JSON.stringify({ "load of 500 findings": load, "key to letter": paint, "last key to findings": found }));
  await browser.close();
})().catch((error) => { console.error(error); process.exit(1); });
