// Pictures of the pages for the documentation: node screenshots.cjs CHROMIUM NODE_MODULES ADDRESS REPORT FOLDER SOURCE
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const [chromium, modules, address, report, folder, source] = process.argv.slice(2);
const puppeteer = require(path.join(modules, "puppeteer-core"));
const WIDE = { width: 1100, height: 720 };
const NARROW = { width: 400, height: 760 };
const rest = () => new Promise((resolve) => setTimeout(resolve, 400));

async function opened(browser, where, size, scheme) {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
  await page.goto(where);
  return page;
}

async function shot(page, name) {
  await rest();
  await page.screenshot({ path: path.join(folder, `${name}.webp`), type: "webp", quality: 70 });
}

async function desk(browser, size, scheme, name, steps = []) {
  const page = await opened(browser, address, size, scheme);
  await page.click("#example");
  await page.waitForSelector(".note");
  for (const step of steps) await step(page);
  await shot(page, name);
  await page.close();
}

const next = (page) => page.keyboard.press("F8");
const view = (name) => async (page) => {
  await page.click(`[data-view="${name}"]`);
  await page.evaluate(() => scrollTo(0, 0));
};
const beside = async (page) => {
  await page.click("#against summary");
  await page.$eval("#source", (area, text) => { area.value = text; area.dispatchEvent(new InputEvent("input")); }, fs.readFileSync(source, "utf-8"));
  await page.waitForFunction(() => document.querySelector("#sides table") !== null);
  await page.click("#against summary");
};

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--force-device-scale-factor=1"] });
  await desk(browser, WIDE, "light", "serve-light", [next, next]);
  await desk(browser, WIDE, "dark", "serve-dark", [view("read"), next, next]);
  await desk(browser, NARROW, "light", "serve-narrow", [next]);
  await desk(browser, WIDE, "light", "serve-source", [beside, view("sides")]);
  const page = await opened(browser, pathToFileURL(report).href, WIDE, "light");
  await shot(page, "html-light");
  await page.emulateMediaType("print");
  await page.setViewport({ width: 794, height: 600 });
  await shot(page, "html-print");
  await browser.close();
})().catch((error) => { console.error(error); process.exit(1); });
