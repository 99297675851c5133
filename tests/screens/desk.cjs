// Works at the page of the web application as somebody with a keyboard and no mouse, and lets axe-core judge what it shows.
// node desk.cjs CHROMIUM NODE_MODULES ADDRESS FILE FOLDER HOSTILE: prints one JSON object. FILE is opened, and files are saved to FOLDER.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const looking = require("../page/looking.cjs");
const [chromium, modules, address, file, folder, hostile] = process.argv.slice(2);
const ARTICLE = "Pier opens\n\nThe the mayor said it was long and and wide.\n";
const text = (page, selector) => page.$eval(selector, (found) => found.textContent);
const value = (page) => page.$eval("#content", (area) => area.value);
const count = (page, number) => page.waitForFunction((wanted) => document.querySelectorAll("#notes .note").length === wanted, {}, number);
const chosen = (page) => page.evaluate(() => [document.activeElement.className, document.querySelector(".note.current")?.id ?? ""]);
const harmed = (page) => page.evaluate(() => "harmed" in globalThis);

async function opened(browser, { bypass = false, dark = false } = {}) {
  const page = await browser.newPage();
  const happened = looking.watched(page, address);
  if (bypass) await page.setBypassCSP(true);
  if (dark) await looking.dark(page);
  await page.goto(address);
  return [page, happened];
}

async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`nobody gets to ${selector} by Tab`);
}

// Writes, goes from finding to finding, applies, dismisses, undoes, and looks at the other view: all with keys.
async function keyboard(browser) {
  const [page, happened] = await opened(browser);
  await tabTo(page, "#content");
  await page.keyboard.type(ARTICLE);
  await count(page, 2);
  const said = [await text(page, "#verdict")];
  await page.keyboard.press("F8");
  const first = await chosen(page);
  await page.keyboard.press("j");
  const second = await chosen(page);
  await page.keyboard.press("a");
  await count(page, 1);
  const applied = await value(page);
  await page.keyboard.press("d");
  await count(page, 0);
  said.push(await text(page, "#verdict"));
  await page.keyboard.press("u");
  await count(page, 1);
  await page.keyboard.press("u");
  await count(page, 2);
  const undone = await value(page);
  await page.keyboard.press("F8");
  await page.keyboard.press("e");
  const place = await page.$eval("#content", (area) => [document.activeElement === area, area.value.slice(area.selectionStart, area.selectionEnd)]);
  await tabTo(page, '[data-view="read"]');
  await page.keyboard.press("Enter");
  const read = await page.$eval("#read", (article) => [article.hidden, article.querySelectorAll("a.mark").length]);
  await page.keyboard.press("?");
  const help = await page.$eval("#help", (details) => details.open);
  await page.close();
  return { said, first, second, applied, undone, place, read, help, happened };
}

// What axe-core says of the page in all its states.
async function faults(browser, dark) {
  const [page] = await opened(browser, { bypass: true, dark });
  const found = await looking.violations(page, modules);
  await page.click("#example");
  await page.waitForSelector(".note");
  await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
  found.push(...(await looking.violations(page, modules)));
  await page.type("#source", "The pier of Brell cost 4.5 million kronor, said Mayor Edda Lindqvist, 58.");
  await page.waitForSelector("#sides table", { visible: false });
  for (const view of ["read", "sides"]) {
    await page.click(`[data-view="${view}"]`);
    found.push(...(await looking.violations(page, modules)));
  }
  await page.setViewport({ width: 400, height: 800 });
  found.push(...(await looking.violations(page, modules)));
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push("the page is too wide");
  await page.close();
  return found;
}

// Opens a file, corrects it, saves it and a report, and waits until they are there.
async function corrected(browser) {
  const [page] = await opened(browser);
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await (await page.$("#file")).uploadFile(file);
  await count(page, 1);
  await page.click(".offers button");
  await count(page, 0);
  await page.click("#save");
  await page.click("#report");
  const name = path.join(folder, path.basename(file));
  for (let waited = 0; waited < 300 && ![name, `${name}.report.html`].every(fs.existsSync); waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.close();
}

async function harm(browser) {
  const [page, happened] = await opened(browser);
  const seen = [];
  for (const article of JSON.parse(fs.readFileSync(hostile, "utf-8"))) {
    for (const format of ["article.txt", "article.md", "article.html"]) {
      await page.select("#format", format);
      const answered = page.waitForResponse((answer) => answer.url().endsWith("/desk/look") && answer.ok());
      await page.$eval("#content", (area, content) => { area.value = content; area.dispatchEvent(new InputEvent("input")); }, article);
      await answered;
      await page.click('[data-view="read"]');
      await page.click('[data-view="write"]');
    }
    seen.push((await harmed(page)) || (await page.evaluate(() => document.querySelectorAll("main script, main iframe, main object, main img, main style").length > 0)));
  }
  const title = await page.title();
  await page.close();
  return { happened, seen, title };
}

// A bookmarklet's text, and a browser without scripts.
async function others(browser) {
  const page = await browser.newPage();
  await page.goto(`${address}#text=${encodeURIComponent("The the pier: 5 % & more")}`);
  await count(page, 1);
  const brought = [await value(page), await page.evaluate(() => location.hash)];
  await page.close();
  const bare = await browser.newPage();
  await bare.setJavaScriptEnabled(false);
  await bare.goto(address);
  await bare.type("#content", ARTICLE);
  await Promise.all([bare.waitForNavigation(), bare.click("#submit")]);
  const verdict = await text(bare, ".verdict");
  await bare.close();
  return { brought, verdict };
}

(async () => {
  const browser = await looking.browser(chromium, modules);
  const found = { keyboard: await keyboard(browser), faults: [...(await faults(browser, false)), ...(await faults(browser, true))] };
  await corrected(browser);
  Object.assign(found, { harm: await harm(browser), ...(await others(browser)) });
  console.log(JSON.stringify(found));
  await browser.close();
})().catch((error) => { console.error(error); process.exit(1); });
