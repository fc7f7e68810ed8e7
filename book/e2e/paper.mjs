// The book on paper: a page printed from the browser, and the book that the command `pdf` prints.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import {
  CannotCheck, LANGUAGES, ROOT, check, findBrowser, nothing, open, openFirst, pagesOf, program,
} from "./browser.mjs";

const textOf = (file) => execFileSync("pdftotext", [file, "-"], { encoding: "utf8", maxBuffer: 2 ** 26 });

export async function onPaper(browser) {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
  } catch {
    throw new CannotCheck("pdftotext is not installed (poppler-utils)");
  }
  await onePage(browser);
  await wholeBook(browser);
}

async function onePage(browser) {
  const folder = mkdtempSync(join(tmpdir(), "awaitlings-paper-"));
  try {
    for (const language of LANGUAGES) {
      await check(`${language}: printed, the book shows what is folded on the screen`, async () => {
        const page = await openFirst(await browser.newContext(), language, "<details");
        const folded = await page.locator("main details :is(.because, li li)").first().textContent();
        const file = join(folder, `${language}.pdf`);
        await page.pdf({ path: file });
        const text = textOf(file);
        // Letters of two scripts stand in two fonts, and may be told on two lines.
        const parts = folded.match(/\p{Script=Han}+|[\p{Script=Latin}\d]+/gu).slice(0, 12);
        nothing(parts.filter((part) => !text.includes(part)), "the PDF lacks");
        if (language === "zh-CN" && !/[\u4e00-\u9fff]{4}/.test(text)) throw new Error("no Chinese text");
        await page.context().close();
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A text without what the end of a line may change. */
const plain = (text) => text.replaceAll(/\s/g, "");

async function wholeBook(browser) {
  for (const language of LANGUAGES) {
    await check(`${language}: \`pdf\` writes a book with the titles of all chapters and their parts`, async () => {
      const env = { ...process.env, CHROMIUM: findBrowser() };
      const { stdout } = await promisify(execFile)(program(), ["pdf", "--lang", language], { cwd: ROOT, env });
      const file = `book/build/${language}/awaitlings.pdf`;
      if (stdout !== `${file}\n`) throw new Error(`it says ${stdout}`);
      const text = plain(textOf(join(ROOT, file)));
      const context = await browser.newContext();
      for (const url of pagesOf(language).filter((it) => !/(index|print)\.html$/.test(it))) {
        const page = await open(context, url);
        const headings = await page.locator("main :is(h1, h2)").allTextContents();
        nothing(headings.filter((heading) => !text.includes(plain(heading))), "the PDF lacks");
        await page.close();
      }
      await context.close();
    });
  }
}
