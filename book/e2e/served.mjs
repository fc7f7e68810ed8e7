// The served book against the real server: verdicts that the checker writes are on the page within a
// second, and a learner's run is drawn over the reference's.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { ROOT, check, nothing, open, program } from "./browser.mjs";

const STATUS = join(ROOT, "target/awaitlings/status.json");

/** Starts the server and gives its address. */
async function serve() {
  const server = spawn(program(), ["serve", "--port", "0"], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((done, fail) => {
    let text = "";
    server.stdout.on("data", (data) => {
      text += data;
      const found = text.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) done(found[0]);
    });
    server.on("exit", (code) => fail(new Error(`the server ended with ${code}: ${text}`)));
  });
  return { server, address };
}

/** Puts a status into its place as the checker does: whole or not at all. */
function write(status) {
  mkdirSync(dirname(STATUS), { recursive: true });
  writeFileSync(`${STATUS}.e2e`, JSON.stringify(status));
  renameSync(`${STATUS}.e2e`, STATUS);
}

export async function served(browser) {
  const before = existsSync(STATUS) ? readFileSync(STATUS) : null;
  const { server, address } = await serve();
  try {
    await check("a verdict is on the page within a second", async () => {
      const schema = "awaitlings/status/v1";
      write({ schema, exercises: {} });
      const context = await browser.newContext();
      const page = await open(context, `${address}en/gather.html`);
      const exercise = "gather/fetch_all";
      const run = { schema: "awaitlings/trace/v2", end: 100, calls: [{ name: "/a", from: 0, to: 100, fate: "done" }], marks: [], order: [{ began: 0 }, { ended: 0 }] };
      await page.waitForTimeout(500);

      const began = Date.now();
      const at = Math.floor(began / 1000);
      write({
        schema, exercises: { [exercise]: { passed: true, score: 8, points: 8, at } },
        last: { exercise, step: "step_2", yours: run, reference: run },
      });
      await page.locator(`[data-exercise="${exercise}"] .live.passed`).waitFor({ timeout: 5000 });
      const took = Date.now() - began;

      if (took >= 1000) throw new Error(`it took ${took} ms`);
      console.log(`      it took ${took} ms`);
      await page.locator(".overlay .run").nth(1).waitFor({ timeout: 5000 });
      nothing(page.problems(), "seen");
      await context.close();
    });
  } finally {
    server.kill("SIGINT");
    if (before) writeFileSync(STATUS, before);
    else rmSync(STATUS, { force: true });
  }
}
