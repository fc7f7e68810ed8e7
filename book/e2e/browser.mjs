// Finds and starts a browser, and keeps count of what held.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join, relative } from "node:path";

/** What could not be checked, with the exit code that says so. */
export class CannotCheck extends Error {}

const HERE = fileURLToPath(new URL(".", import.meta.url));
export const ROOT = join(HERE, "../..");
export const BUILD = process.env.BOOK_BUILD ?? join(ROOT, "book/build");
export const THEMES = ["light", "rust", "coal", "navy", "ayu"];
export const LANGUAGES = (process.env.BOOK_LANGUAGES ?? "en,zh-CN").split(",");

/** The path of the book's program. */
export function program() {
  const path = process.env.BOOK_BIN ?? join(ROOT, "target/debug/book");
  if (!existsSync(path)) throw new CannotCheck("the book's program is not built: `cargo build -p book`");
  return path;
}

/** A path of a browser that can be driven. */
export function findBrowser() {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new CannotCheck("no Chromium was found; name one by the variable CHROMIUM");
  return found;
}

/** The browser, without anything that asks the network by itself. */
export async function launch() {
  const executablePath = findBrowser();
  const { chromium } = await import("playwright-core").catch(() => {
    throw new CannotCheck("playwright-core is not installed: `npm ci` in `book/e2e` brings it");
  });
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
}

/** The pages of the built book in `language`, as addresses of files. */
export function pagesOf(language) {
  const folder = join(BUILD, language);
  if (!existsSync(folder)) throw new Error(`the book in ${language} is not built`);
  const names = readdirSync(folder, { recursive: true }).map(String);
  const pages = names.filter((name) => name.endsWith(".html") && name !== "toc.html").sort();
  return pages.map((name) => pathToFileURL(join(folder, name)).href);
}

/** A page's address as a person would name it. */
export const nameOf = (url) => relative(BUILD, fileURLToPath(url.split("#")[0]));

/** What held and what did not. */
export const results = { passed: 0, failed: 0 };

/** Runs one check; what it throws is told and counted. */
export async function check(name, run) {
  const began = Date.now();
  try {
    await run();
    results.passed += 1;
    console.log(`ok    ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    if (error instanceof CannotCheck) throw error;
    results.failed += 1;
    console.log(`FAIL  ${name}\n      ${String(error.stack ?? error).replaceAll("\n", "\n      ")}`);
  }
}

/** Fails with `told` if there is anything in it. */
export function nothing(told, what) {
  if (told.length) throw new Error(`${what}:\n${told.join("\n")}`);
}

/** A page whose errors and requests are kept: `problems()` gives the errors and foreign requests. */
export async function open(context, url) {
  const page = await context.newPage();
  const told = [];
  const home = new URL(url);
  page.on("pageerror", (error) => told.push(`script: ${error}`));
  page.on("console", (message) => {
    if (message.type() === "error") told.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    const isOurs = ["data:", "blob:"].includes(protocol)
      || (protocol === home.protocol && host === home.host);
    if (!isOurs) told.push(`request: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: "domcontentloaded" });
  page.problems = () => told;
  return page;
}

const firstWith = (language, mark) => pagesOf(language).find(
  (url) => !url.endsWith("/print.html") && readFileSync(fileURLToPath(url), "utf8").includes(mark),
);

/** Whether `mark` stands in the text of any page. */
export const isShown = (language, mark) => Boolean(firstWith(language, mark));

/** The first page in whose text `mark` stands, opened. */
export async function openFirst(context, language, mark) {
  const url = firstWith(language, mark);
  if (!url) throw new Error(`no page in ${language} has \`${mark}\``);
  return open(context, url);
}

/** Reaches `selector` by the tabulator alone, from the link that skips the menu. */
export async function tabTo(page, selector) {
  // A browser goes on from where the keyboard was: only on a fresh page is the first stop the first.
  if (page.hasBeenWalked) await page.locator(".skip-link").focus();
  else await page.keyboard.press("Tab");
  page.hasBeenWalked = true;
  if (!(await page.evaluate(() => document.activeElement.matches(".skip-link")))) {
    throw new Error("the first stop of the keyboard is not the link that skips the menu");
  }
  await page.keyboard.press("Enter");
  for (let stop = 0; stop < 600; stop += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
  }
  throw new Error(`the keyboard does not reach \`${selector}\``);
}
