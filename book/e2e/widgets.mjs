// Every widget by the keyboard alone, as somebody uses it who has no mouse.
import { readFileSync } from "node:fs";

import { check, isShown, openFirst, tabTo } from "./browser.mjs";

const verdictOf = (page, form) =>
  page.locator(`${form} .verdict`).first().evaluate((it) => ({ class: it.className, text: it.textContent }));

function is(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: \`${actual}\`, not \`${expected}\``);
}

export async function everyWidget(browser, language) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const first = (mark) => openFirst(context, language, mark);

  await check("a timeline plays, pauses, steps and is scrubbed", async () => {
    const page = await first('<ol class="stops"');
    const figure = "figure.timeline:has(.stops)";
    const id = await page.locator(figure).first().getAttribute("id");
    const hand = () => page.locator(`#${id} .hand`).evaluate((it) => Number.parseFloat(it.getAttribute("x1")));
    const button = (index) => `#${id} .controls button:nth-of-type(${index})`;

    await tabTo(page, button(2));
    const told = await page.locator(button(2)).getAttribute("aria-label");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      ([selector, label]) => document.querySelector(selector).getAttribute("aria-label") !== label,
      [button(2), told],
    );
    const url = page.url();
    await page.waitForFunction(
      ([selector, label]) => document.querySelector(selector).getAttribute("aria-label") === label,
      [button(2), told], { timeout: 15_000 },
    );
    const isStop = await page.locator(`#${id} .told.stop`).count();
    is(isStop, 1, "stops told where playing pauses");

    const paused = await hand();
    await page.keyboard.press("ArrowLeft");
    if ((await hand()) >= paused) throw new Error("a step back does not move the hand back");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    is(await hand(), await page.locator(`#${id}`).evaluate((it) => {
      const last = [...it.querySelectorAll(".moments > li, .stops > li")].map((one) => Number(one.dataset.at));
      return Math.round((10_000 * Math.max(...last)) / Number(it.dataset.span)) / 100;
    }).then((share) => Math.min(share, 100)), "the hand at the last moment");
    is(page.url(), url, "the page, after arrow keys");
    await page.close();
  });

  await check("with reduced motion, playing jumps to the next stop", async () => {
    const still = await browser.newContext({ reducedMotion: "reduce" });
    const page = await openFirst(still, language, '<ol class="stops"');
    const id = await page.locator("figure.timeline:has(.stops)").first().getAttribute("id");
    await tabTo(page, `#${id} .controls button:nth-of-type(2)`);
    await page.keyboard.press("Enter");
    is(await page.locator(`#${id} .told.stop`).count(), 1, "stops told at once");
    await still.close();
  });

  await check("a slider chooses among recorded runs", async () => {
    const page = await first('class="panel slider"');
    const id = await page.locator("figure.slider").first().getAttribute("id");
    const shown = () => page.locator(`#${id} .run:not([hidden])`).evaluateAll((runs) => runs.map((it) => it.dataset.value).join());
    await tabTo(page, `#${id} .controls input`);
    const values = await page.locator(`#${id} .run`).evaluateAll((runs) => runs.map((it) => it.dataset.value));
    is(await shown(), values[0], "the run shown at first");
    await page.keyboard.press("ArrowRight");
    is(await shown(), values[1], "the run shown after a step");
    await page.keyboard.press("End");
    is(await shown(), values.at(-1), "the run shown at the end");
    await page.close();
  });

  await check("a schedule is found, missed and taken back", async () => {
    const page = await first('class="panel game"');
    const id = await page.locator("section.game").first().getAttribute("id");
    const tree = JSON.parse(await page.locator(`#${id} script.tree`).textContent());
    const ways = (node, polls = []) => node.ending
      ? [{ polls, ending: node.ending }]
      : node.next.flatMap((step) => ways(step.then, [...polls, step.poll]));
    const all = ways(tree.root);
    is(all.length, tree.schedules, "schedules in the tree");
    await tabTo(page, `#${id} .future`);
    for (const [isFound, mark] of [[true, "is-right"], [false, "is-wrong"]]) {
      const way = all.find((one) => one.ending.is_found === isFound);
      if (!way) continue;
      for (const poll of way.polls) await page.keyboard.press(String(poll + 1));
      const verdict = await verdictOf(page, `#${id}`);
      if (!verdict.class.includes(mark) || !verdict.text.includes(way.ending.text)) {
        throw new Error(`the end \`${way.ending.text}\` is told as \`${verdict.text}\` (${verdict.class})`);
      }
      is(await page.locator(`#${id} .log li`).count(), way.polls.length, "polls in the log");
      for (const _ of way.polls) await page.keyboard.press("Backspace");
      is(await page.locator(`#${id} .log li`).count(), 0, "polls left after taking all back");
    }
    await page.close();
  });

  for (const kind of ["choice", "multi", "order", "number", "lines"]) {
    if (!isShown(language, `data-kind="${kind}"`)) {
      console.log(`      no page asks a question of the kind ${kind}`);
      continue;
    }
    await check(`a question of the kind ${kind} is answered`, async () => {
      const page = await first(`data-kind="${kind}"`);
      const form = `form.question[data-kind="${kind}"]`;
      const id = `#${await page.locator(form).first().getAttribute("id")}`;
      await answer(page, id, kind);
      const verdict = await verdictOf(page, id);
      if (!verdict.class.includes("is-right")) throw new Error(`a right answer is told as \`${verdict.text}\``);
      if (!(await page.locator(`${id} details.answer`).evaluate((it) => it.open))) {
        throw new Error("the answer stays folded after a right one");
      }
      await page.reload();
      const kept = await verdictOf(page, id);
      if (!kept.class.includes("is-right")) throw new Error("the answer is not there after a reload");
      await page.close();
    });
  }

  await check("a wrong option says why it is wrong", async () => {
    const page = await first('data-kind="choice"');
    const id = `#${await page.locator('form.question[data-kind="choice"]').first().getAttribute("id")}`;
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    const options = await page.locator(`${id} .options > li`).evaluateAll((items) => items.map((it) => it.dataset.right));
    await tabTo(page, `${id} input`);
    await page.keyboard.press("Space");
    for (let step = 0; step < options.indexOf("no"); step += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const verdict = await verdictOf(page, id);
    if (!verdict.class.includes("is-wrong")) throw new Error(`a wrong answer is told as \`${verdict.text}\``);
    if (!(await page.locator(`${id} .is-wrong .why`).textContent()).trim()) throw new Error("no why");
    await page.close();
  });

  await check("answers are saved as a file, by their digests", async () => {
    const page = await first('data-kind="choice"');
    const form = page.locator('form.question[data-kind="choice"]').first();
    await answer(page, `#${await form.getAttribute("id")}`, "choice");
    const saved = page.waitForEvent("download");
    await tabTo(page, ".answered button");
    await page.keyboard.press("Enter");
    const answers = JSON.parse(readFileSync(await (await saved).path(), "utf8"));
    is(answers[await form.getAttribute("data-hash")]?.right, true, "the answer in the file");
    await page.close();
  });
  await context.close();
}

/** Gives the right answer to the question `id`, by the keyboard. */
async function answer(page, id, kind) {
  if (kind === "choice" || kind === "multi") {
    const options = await page.locator(`${id} .options > li`).evaluateAll((items) => items.map((it) => it.dataset.right));
    await tabTo(page, `${id} input`);
    if (kind === "choice") {
      await page.keyboard.press("Space");
      for (let step = 0; step < options.indexOf("yes"); step += 1) await page.keyboard.press("ArrowDown");
    } else {
      for (const [index, right] of options.entries()) {
        if (right === "yes") await page.keyboard.press("Space");
        if (index < options.length - 1) await page.keyboard.press("Tab");
      }
    }
    await page.keyboard.press("Enter");
  } else if (kind === "number") {
    await tabTo(page, `${id} input`);
    await page.keyboard.type(await page.locator(id).getAttribute("data-answer"));
    await page.keyboard.press("Enter");
  } else if (kind === "lines") {
    const lines = await page.locator(`${id} .answer pre`).textContent();
    await tabTo(page, `${id} textarea`);
    await page.keyboard.type(lines.trim());
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  } else {
    // Each line, from the first place on, is moved up to where it belongs.
    const places = () => page.locator(`${id} .sortable > li`).evaluateAll((items) => items.map((it) => Number(it.dataset.place)));
    for (let place = 0; place < (await places()).length; place += 1) {
      const from = (await places()).indexOf(place);
      if (from === place) continue;
      await tabTo(page, `${id} .sortable > li:nth-child(${from + 1}) .moves button`);
      for (let step = from; step > place; step -= 1) await page.keyboard.press("Enter");
    }
    await tabTo(page, `${id} .act button`);
    await page.keyboard.press("Enter");
  }
}
