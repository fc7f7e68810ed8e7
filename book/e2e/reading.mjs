// The book without script, found by searching, and in its other language.
import { join } from "node:path";

import { BUILD, LANGUAGES, check, nameOf, nothing, open, pagesOf } from "./browser.mjs";

/** What is missing on a page without script, a line each. */
const missing = () => {
  const told = [];
  const count = (selector, root) => root.querySelectorAll(selector).length;
  for (const form of document.querySelectorAll("form.question")) {
    const answer = form.querySelector("details.answer");
    if (!answer) told.push(`${form.id} has no answer`);
    else if (answer.textContent.trim().length < 20) told.push(`${form.id} has an empty answer`);
    else if (count(".options > li", form) !== count(".whys > li .because", answer)) {
      told.push(`${form.id} does not tell of every option why`);
    }
    if (count("legend", form) !== 1) told.push(`${form.id} has no legend`);
  }
  for (const figure of document.querySelectorAll("figure.timeline")) {
    if (!count(".picture svg, pre", figure)) told.push(`${figure.id} has no picture`);
    if (count(".picture svg", figure) && !count(".moments > li", figure)) told.push(`${figure.id} has no list`);
  }
  for (const run of document.querySelectorAll(".slider .run")) {
    if (!run.getClientRects().length) told.push("a run of a slider is hidden");
  }
  for (const game of document.querySelectorAll("section.game")) {
    const { schedules } = JSON.parse(game.querySelector("script.tree").textContent);
    if (count("tbody tr", game) < Math.min(schedules, 120)) told.push(`${game.id} does not tell all schedules`);
  }
  for (const element of document.querySelectorAll("main .live, main .overlay-place")) {
    if (element.getClientRects().length) told.push("an empty place for verdicts is shown");
  }
  return told;
};

export async function withoutScript(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const language of LANGUAGES) {
    await check(`${language}: without script, every page holds all its answers`, async () => {
      for (const url of pagesOf(language)) {
        const page = await open(context, url);
        nothing(await page.evaluate(missing), nameOf(url));
        nothing(page.problems(), nameOf(url));
        await page.close();
      }
    });
  }
  await check("without script, the first page leads to both languages", async () => {
    const page = await open(context, new URL(`file://${join(BUILD, "index.html")}`).href);
    const links = await page.locator("a").evaluateAll((all) => all.map((it) => it.getAttribute("hreflang")));
    nothing(LANGUAGES.filter((language) => !links.includes(language)), "no link to");
    await page.close();
  });
  await context.close();
}

/** What is looked for, and what must be among the first five places, by language. */
const QUERIES = {
  en: [["wait_for", /timeout/i], ["JoinSet", /group|task/i], ["ｊｏｉｎＳＥＴ", /group|task/i], ["gather join_all", /gather/i]],
  "zh-CN": [["取消", /./], ["JoinSet", /./], ["gather 超时", /./], ["join_all", /./]],
};

export async function searching(browser) {
  for (const language of LANGUAGES) {
    await check(`${language}: searching finds words, parts of words and identifiers, by the keyboard`, async () => {
      const context = await browser.newContext();
      const [url] = pagesOf(language);
      const page = await open(context, url);
      const input = page.locator(".search input");
      await input.focus();
      for (const [query, wanted] of QUERIES[language]) {
        await input.fill(query);
        await page.waitForFunction(
          (it) => document.querySelector(".found [role=status]").textContent.includes(it), query,
        );
        const found = await page.locator(".found a").allTextContents();
        if (!found.slice(0, 5).some((text) => wanted.test(text))) {
          throw new Error(`\`${query}\` finds ${JSON.stringify(found.slice(0, 5))}`);
        }
      }
      await input.fill("qzxqzx");
      await page.waitForFunction(() => !document.querySelector(".found a"));
      await page.keyboard.press("Escape");
      if (await page.locator(".found").isVisible()) throw new Error("Escape does not close what was found");

      await input.fill(QUERIES[language][1][0]);
      await page.locator(".found a").first().waitFor();
      await page.keyboard.press("ArrowDown");
      const href = await page.evaluate(() => document.activeElement.href);
      await page.keyboard.press("Enter");
      await page.waitForURL(href);
      nothing(page.problems(), "seen");
      await context.close();
    });
  }
}

export async function languages(browser) {
  await check("the switch leads to the same place in the other language, and back", async () => {
    const context = await browser.newContext();
    const translated = pagesOf("zh-CN").map((url) => url.replace("/zh-CN/", "/en/"));
    const url = pagesOf("en").find((one) => translated.includes(one) && /gather/.test(one));
    const page = await open(context, `${url}#watch`);
    await page.locator("a.language").click();
    await page.waitForURL(`${url.replace("/en/", "/zh-CN/")}#watch`);
    const seen = await page.evaluate(() => ({
      language: document.documentElement.lang,
      place: Boolean(document.querySelector(":target")),
      play: document.querySelector(".controls button:nth-of-type(2)")?.getAttribute("aria-label"),
      back: document.querySelector("a.language").hreflang,
    }));
    const expected = JSON.stringify({ language: "zh-CN", place: true, play: "播放", back: "en" });
    if (JSON.stringify(seen) !== expected) throw new Error(`${JSON.stringify(seen)}, not ${expected}`);
    await context.close();
  });
}
