// Looks at the built book as readers do. Exit codes: 0 all held, 1 something did not, 3 could not check.
//
// `node e2e.mjs [pages|widgets|reading|paper|served]…` runs some of the checks, without names all of them.
import { CannotCheck, LANGUAGES, launch, results } from "./browser.mjs";
import { everyPage } from "./pages.mjs";
import { onPaper } from "./paper.mjs";
import { languages, searching, withoutScript } from "./reading.mjs";
import { served } from "./served.mjs";
import { everyWidget } from "./widgets.mjs";

const groups = {
  pages: everyPage,
  widgets: (browser) => everyWidget(browser, LANGUAGES[0]),
  reading: async (browser) => {
    await withoutScript(browser);
    await searching(browser);
    await languages(browser);
  },
  paper: onPaper,
  served,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in groups));
if (unknown.length) {
  console.error(`error: unknown checks ${unknown.join(", ")}; there are ${Object.keys(groups).join(", ")}`);
  process.exit(2);
}

let browser;
try {
  browser = await launch();
  for (const name of asked.length ? asked : Object.keys(groups)) await groups[name](browser);
} catch (error) {
  if (!(error instanceof CannotCheck)) throw error;
  console.error(`could not check: ${error.message}`);
  process.exitCode = 3;
} finally {
  await browser?.close();
}
if (!process.exitCode) {
  console.log(`${results.passed} passed, ${results.failed} failed`);
  process.exitCode = results.failed ? 1 : 0;
}
