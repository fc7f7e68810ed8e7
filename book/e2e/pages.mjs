// What holds for every page: no accessibility violation in any theme, nothing from any network, no
// error, no sideways scrolling on a telephone, letters that can be read, a page that is not heavy.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { CannotCheck, LANGUAGES, THEMES, check, nameOf, nothing, open, pagesOf } from "./browser.mjs";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PAGE_BYTES = 200_000;

function axeSource() {
  try {
    return readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  } catch {
    throw new CannotCheck("axe-core is not installed: `npm ci` in `book/e2e` brings it");
  }
}

/** Violations of the page as it stands, a line each. */
async function violations(page) {
  const found = await page.evaluate((standard) => axe.run(document, {
    runOnly: standard, preload: false,
    // Of what is in order, one element for each rule is described, not every one.
    resultTypes: ["violations"],
  }), STANDARD);
  return found.violations.flatMap((violation) => violation.nodes.map((node) => {
    const { fgColor, bgColor, contrastRatio } = node.any[0]?.data ?? {};
    const colors = contrastRatio ? ` (${fgColor} on ${bgColor}: ${contrastRatio})` : "";
    return `${violation.id}: ${node.target.join(" ")}${colors}`;
  }));
}

/** What of the text sticks out of the window, though nothing around it scrolls. */
const sticksOut = () => {
  const scrolls = (element) => {
    for (let it = element.parentElement; it && it.tagName !== "BODY"; it = it.parentElement) {
      if (getComputedStyle(it).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.querySelectorAll("main *, .menu-bar *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && !element.closest("svg svg, .unseen")
      && !scrolls(element);
  });
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []),
    ...out.slice(0, 5).map((element) => `${element.tagName}.${element.getAttribute("class")}`),
  ];
};

const smallLetters = () => [...document.querySelectorAll("main *")]
  .filter((element) => [...element.childNodes].some((it) => it.nodeType === 3 && it.data.trim()))
  .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 11)
  .slice(0, 5).map((element) => `${element.tagName}.${element.getAttribute("class")}`);

/** Does `work` with each item, as many at a time as there are processors. */
async function sideBySide(items, work) {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

const bytesOf = (url) => statSync(fileURLToPath(url)).size;

export async function everyPage(browser) {
  const axe = axeSource();
  // The heaviest first: at the end, nobody waits for one that was begun late.
  const pages = LANGUAGES.flatMap(pagesOf).sort((one, other) => bytesOf(other) - bytesOf(one));
  await sideBySide(pages, (url) => onePage(browser, axe, url));
}

async function onePage(browser, axe, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await open(context, url);
  await check(`${nameOf(url)}: no violation in ${THEMES.length} themes`, async () => {
    await page.evaluate(axe);
    const told = [];
    for (const theme of THEMES) {
      await page.evaluate((name) => {
        document.getElementById(`mdbook-theme-${name}`).click();
        for (const details of document.querySelectorAll("details")) details.open = true;
        document.activeElement?.blur();
      }, theme);
      told.push(...(await violations(page)).map((violation) => `${theme}: ${violation}`));
    }
    nothing([...new Set(told)], "axe found");
  });
  await check(`${nameOf(url)}: fits a window of 380 px, with letters of 11 px and more`, async () => {
    await page.setViewportSize({ width: 380, height: 740 });
    nothing(await page.evaluate(sticksOut), "sticks out");
    nothing(await page.evaluate(smallLetters), "too small");
  });
  await check(`${nameOf(url)}: asks no network, has no error, is not heavy`, async () => {
    nothing(page.problems(), "seen");
    const bytes = bytesOf(url);
    const isHeavy = bytes > PAGE_BYTES && !url.endsWith("/print.html");
    nothing(isHeavy ? [`${bytes} bytes`] : [], `more than ${PAGE_BYTES} bytes`);
  });
  await context.close();
}
