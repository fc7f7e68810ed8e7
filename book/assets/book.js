// What the pages of the book can do beyond being read: players, games, questions, search, live
// verdicts. Every page is complete without it; nothing is fetched but from where the page is from.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = JSON.parse(document.getElementById("book-words")?.textContent ?? "{}");
  /** The interface's words for `key`, with `{name}` filled in. */
  const say = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  /** An element with attributes (functions are listeners) and children. */
  const make = (tag, attributes = {}, ...children) => {
    const isPicture = ["svg", "path", "line", "rect"].includes(tag);
    const element = isPicture
      ? document.createElementNS("http://www.w3.org/2000/svg", tag)
      : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };
  const icons = {
    play: "M4 2l10 6-10 6z",
    pause: "M3 2h4v12H3zM9 2h4v12H9z",
    next: "M2 2l8 6-8 6zM11 2h3v12h-3z",
    back: "M14 2L6 8l8 6zM2 2h3v12H2z",
    up: "M8 3l6 8H2z",
    down: "M8 13L2 5h12z",
  };
  const setIcon = (button, icon, label) => {
    button.replaceChildren(
      make("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, make("path", { d: icons[icon] })),
    );
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  const iconButton = (icon, label, click) => {
    const button = make("button", { type: "button", class: "icon", click });
    setIcon(button, icon, label);
    return button;
  };
  const textButton = (label, click, kind = "") =>
    make("button", { type: "button", class: `text ${kind}`, click }, label);

  // What scrolls sideways can be scrolled by the keyboard.
  const reachScrollers = () => {
    for (const box of all("pre > code, .table-wrapper, .picture")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reachScrollers);

  // Timelines: the picture and its list are there; the player adds a moment that moves.
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const RUN_SECONDS = 8;
  const addPlayer = (figure) => {
    const field = figure.querySelector(".picture > svg");
    const span = Number(figure.dataset.span);
    const moments = all(".moments > li", figure);
    const stops = all(".stops > li", figure);
    const at = (item) => Number(item.dataset.at);
    const times = [...new Set([0, ...moments.map(at), ...stops.map(at)])].sort((a, b) => a - b);
    if (!field || !span || times.length < 2) return;

    let time = 0;
    let frame = 0;
    const hand = make("line", { class: "hand", y1: 18, y2: "100%" });
    const veil = make("rect", { class: "veil", y: 18, height: "100%" });
    field.append(veil);
    field.insertBefore(hand, field.querySelector(".row"));
    const told = make("output", { class: "told" });
    const scrub = make("input", {
      type: "range", min: 0, max: times.length - 1, value: 0, "aria-label": say("moment"),
    });
    const play = iconButton("play", say("play"), () => (frame ? pause() : start()));
    const back = iconButton("back", say("step_back"), () => step(-1));
    const next = iconButton("next", say("step_on"), () => step(1));

    const show = (moment, index) => {
      time = moment;
      veil.classList.remove("hidden");
      const x = `${(100 * Math.min(time, span)) / span}%`;
      hand.setAttribute("x1", x);
      hand.setAttribute("x2", x);
      veil.setAttribute("x", x);
      const place = index ?? times.findLastIndex((one) => one <= time);
      scrub.value = place;
      const current = moments.findLast((item) => at(item) <= time);
      for (const item of moments) item.classList.toggle("now", item === current);
      const stop = stops.find((item) => at(item) === time);
      for (const item of stops) item.classList.toggle("now", item === stop);
      // A moment that is told has its words already; the others are passed through.
      const named = [stop, current].find((item) => item && at(item) === time);
      const passing = span < 10000
        ? say("at_ms", { time: Math.round(time) })
        : say("at_s", { time: (time / 1000).toFixed(1) });
      const clock = named?.querySelector(".at").textContent ?? passing;
      scrub.setAttribute("aria-valuetext", clock);
      const what = current && at(current) === times[place]
        ? all("li", current).map((one) => one.textContent).join(say("semicolon"))
        : "";
      const words = stop ? [...stop.querySelector("p").cloneNode(true).childNodes] : [what];
      told.replaceChildren(make("b", {}, clock), " ", ...words);
      told.classList.toggle("stop", Boolean(stop));
    };
    const pause = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      told.setAttribute("aria-live", "polite");
      setIcon(play, "play", say("play"));
    };
    const step = (by) => {
      pause();
      const here = times.findLastIndex((one) => one <= time);
      const place = by < 0 && times[here] < time ? here : here + by;
      const index = Math.max(0, Math.min(times.length - 1, place));
      show(times[index], index);
    };
    const start = () => {
      if (time >= times.at(-1)) show(0);
      const goal = stops.map(at).find((one) => one > time) ?? times.at(-1);
      if (stillness.matches) return show(goal);
      told.setAttribute("aria-live", "off");
      setIcon(play, "pause", say("pause"));
      const from = time;
      let began;
      const move = (now) => {
        began ??= now;
        const reached = from + ((now - began) / 1000) * (times.at(-1) / RUN_SECONDS);
        if (reached < goal) {
          show(reached);
          frame = requestAnimationFrame(move);
        } else {
          pause();
          show(goal);
        }
      };
      frame = requestAnimationFrame(move);
    };
    scrub.addEventListener("input", () => {
      pause();
      show(times[scrub.value], Number(scrub.value));
    });
    const controls = make(
      "div",
      { class: "controls", role: "group", "aria-label": say("player"), keydown: (event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!by || event.target === scrub) return;
        event.preventDefault();
        step(by);
      } },
      back, play, next, scrub, told,
    );
    figure.querySelector(".picture").after(controls);
    pause();
    show(0);
    veil.classList.add("hidden");
    // At rest, the list tells a stop at the beginning.
    if (told.matches(".stop")) told.replaceChildren(told.firstChild);
    told.classList.remove("stop");
    stops.forEach((item) => {
      const time = item.querySelector(".at");
      time.replaceWith(textButton(time.textContent, () => { pause(); show(at(item)); }, "at"));
    });
  };

  // Sliders: without script all runs stand below each other.
  const addSlider = (figure) => {
    const runs = all(".run", figure);
    if (runs.length < 2) return;
    const name = runs[0].querySelector(".title > *").cloneNode(true);
    const value = make("output");
    const range = make("input", { type: "range", min: 0, max: runs.length - 1, value: 0, input: () => show() });
    const show = () => {
      runs.forEach((run, index) => { run.hidden = index !== Number(range.value); });
      const shown = runs[range.value].dataset.value;
      value.textContent = shown;
      range.setAttribute("aria-valuetext", shown);
    };
    runs[0].before(make("label", { class: "controls" }, name, range, value));
    show();
  };

  // "You are the executor": each click is one poll, in a tree of what came of every one of them.
  const SIGNS = { ready: "M0-6l7 6-7 6z", waits: "M-6-6h4V6h-4zM2-6h4V6H2z", done: "M-6 0l4 5L6-5" };
  const addGame = (section) => {
    const tree = JSON.parse(section.querySelector("script.tree").textContent);
    const tried = new Set();
    let polls = [];
    const nodes = () => polls.reduce(
      (path, poll) => [...path, path.at(-1).next.find((step) => step.poll === poll).then], [tree.root],
    );
    const buttons = tree.futures.map((name, index) => {
      const state = make("span", { class: "state" });
      const button = make("button", { type: "button", class: "future", click: () => poll(index) },
        make("svg", { viewBox: "-10 -10 20 20", "aria-hidden": "true" }, make("path")),
        make("b", {}, say("poll", { name })), state);
      return { button, state };
    });
    const log = make("ol", { class: "log" });
    const verdict = make("output", { class: "verdict", "aria-live": "polite" });
    const sum = make("p", { class: "facts" });
    const undo = textButton(say("undo"), () => { polls.pop(); show(); });
    const restart = textButton(say("restart"), () => { polls = []; show(); });
    const poll = (index) => {
      if (!(nodes().at(-1).next ?? []).some((step) => step.poll === index)) return;
      polls.push(index);
      show();
    };
    const show = () => {
      const path = nodes();
      const here = path.at(-1);
      buttons.forEach(({ button, state }, index) => {
        const can = (here.next ?? []).some((step) => step.poll === index);
        const now = here.states[index];
        button.setAttribute("aria-disabled", !can);
        button.dataset.state = now;
        button.querySelector("path").setAttribute("d", SIGNS[now]);
        state.textContent = say(now);
      });
      log.replaceChildren(...path.slice(1).map((node, index) => make("li", {},
        make("b", {}, say("polled", { name: tree.futures[polls[index]] })), " ",
        ...(node.says.length
          ? node.says.map((line) => make("code", {}, line))
          : [make("span", {}, say("silent"))]))));
      undo.disabled = restart.disabled = !polls.length;
      const end = here.ending;
      if (end) tried.add(polls.join());
      verdict.className = `verdict ${end ? (end.is_found ? "is-right" : "is-wrong") : ""}`;
      verdict.textContent = end
        ? say(end.is_found ? "reached" : "missed", { end: end.text })
        : here.says.join(say("semicolon"));
      sum.textContent = tried.size
        ? say("of_all", { all: tree.schedules, found: tree.found, tried: tried.size })
        : "";
    };
    const board = make("div", { class: "board", role: "group", "aria-label": say("game"), keydown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Backspace" && polls.length) undo.click();
      else if (buttons[event.key - 1]) poll(event.key - 1);
      else return;
      event.preventDefault();
    } },
    make("div", { class: "futures" }, ...buttons.map((one) => one.button)), log, verdict,
    make("p", { class: "act" }, undo, restart), sum);
    section.querySelector("details").before(board);
    show();
  };

  // Answers are kept in this browser under the digest of their question.
  const KEPT = "awaitlings-answers";
  const kept = () => {
    try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
  };
  const keep = (answers) => {
    try { localStorage.setItem(KEPT, JSON.stringify(answers)); } catch { /* not kept, then */ }
  };
  const questions = all("form.question");
  let summary;
  const sumUp = () => {
    if (!questions.length) return;
    const answers = kept();
    const here = questions.map((form) => answers[form.dataset.hash]).filter(Boolean);
    const text = say("answered", {
      answered: here.length, right: here.filter((one) => one.right).length, all: questions.length,
    });
    summary ??= make("p", { class: "answered" });
    summary.replaceChildren(text, " ",
      textButton(say("save_answers"), () => {
        const blob = new Blob([JSON.stringify(kept(), null, 2)], { type: "application/json" });
        const link = make("a", { href: URL.createObjectURL(blob), download: "awaitlings-answers.json" });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      }), " ",
      textButton(say("forget_answers"), () => {
        keep({});
        location.reload();
      }));
    if (!summary.isConnected) questions.at(-1).after(summary);
  };

  /** For each kind: what was answered, how to show it again, and whether it is right. */
  const kinds = {
    choice: {
      read: (form) => all("input:checked", form).map((input) => Number(input.value)),
      write: (form, answer) => all(".options input", form).forEach((input) => {
        input.checked = answer.includes(Number(input.value));
      }),
      isMissing: (answer) => answer.length === 0,
      mark: (form, answer) => all(".options > li", form).map((item, index) => {
        const isRight = item.dataset.right === "yes";
        const isChosen = answer.includes(index);
        if (isChosen) item.classList.add(isRight ? "is-right" : "is-wrong");
        return isRight === isChosen;
      }).every(Boolean),
    },
    number: {
      read: (form) => form.querySelector("input").value.trim(),
      write: (form, answer) => { form.querySelector("input").value = answer; },
      isMissing: (answer) => answer === "",
      mark: (form, answer) => {
        const { answer: right, tolerance = 0 } = form.dataset;
        return Math.abs(Number(answer.replace(",", ".")) - Number(right)) <= Number(tolerance);
      },
    },
    lines: {
      read: (form) => form.querySelector("textarea").value,
      write: (form, answer) => { form.querySelector("textarea").value = answer; },
      isMissing: (answer) => answer.trim() === "",
      mark: (form, answer) => {
        const tidy = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
        return tidy(answer) === tidy(form.querySelector(".answer pre").textContent);
      },
    },
    order: {
      read: (form) => all(".sortable > li", form).map((item) => Number(item.dataset.place)),
      write: (form, answer) => {
        const items = all(".sortable > li", form);
        answer.forEach((place) => {
          const item = items.find((one) => Number(one.dataset.place) === place);
          if (item) item.parentElement.append(item);
        });
      },
      isMissing: () => false,
      // Lines that are the same may stand for each other.
      mark: (form) => {
        const texts = all(".sortable > li", form).map((item) => [item, item.firstElementChild.textContent]);
        const right = [...texts].sort((a, b) => a[0].dataset.place - b[0].dataset.place);
        return texts.map(([item, text], index) => {
          const isRight = text === right[index][1];
          item.classList.add(isRight ? "is-right" : "is-wrong");
          return isRight;
        }).every(Boolean);
      },
    },
  };
  kinds.multi = kinds.choice;

  const addQuestion = (form) => {
    const kind = kinds[form.dataset.kind];
    const { hash, name } = form.dataset;
    const answer = form.querySelector("details.answer");
    const verdict = make("output", { class: "verdict", "aria-live": "polite" });
    // A prediction is followed by the answer, whatever it was. A quiz tells why the options that
    // were chosen are right or wrong, and lets a reader try again.
    const reveal = (given) => {
      const right = kind.mark(form, given);
      verdict.className = `verdict ${right ? "is-right" : "is-wrong"}`;
      verdict.textContent = say(right ? "right" : form.dataset.kind === "multi" ? "partly" : "not_right");
      if (right || form.classList.contains("predict")) answer.open = true;
      const whys = all(".because", answer);
      all(".options > li", form).forEach((item, index) => {
        if (item.querySelector("input").checked) {
          item.append(make("p", { class: "why" }, ...whys[index].cloneNode(true).childNodes));
        }
      });
      return right;
    };
    const clear = () => {
      verdict.className = "verdict";
      verdict.textContent = "";
      all("li.is-right, li.is-wrong", form).forEach((item) => item.classList.remove("is-right", "is-wrong"));
      all(".options .why", form).forEach((why) => why.remove());
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = kind.read(form);
      clear();
      if (kind.isMissing(given)) {
        verdict.textContent = say("answer_first");
        return;
      }
      const right = reveal(given);
      keep({ ...kept(), [hash]: { name, answer: given, right } });
      sumUp();
    });
    form.addEventListener("input", clear);
    if (form.dataset.kind === "order") addOrder(form, clear);
    answer.before(make("p", { class: "act" }, make("button", { class: "text main" }, say("check")), verdict));
    const before = kept()[hash];
    if (before) {
      kind.write(form, before.answer);
      reveal(before.answer);
      answer.open = false;
    }
  };
  const addOrder = (form, changed) => {
    const told = make("output", { class: "unseen", "aria-live": "polite" });
    for (const item of all(".sortable > li", form)) {
      const line = item.firstElementChild.textContent;
      const move = (by) => (event) => {
        const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
        if (!other) return;
        if (by < 0) other.before(item); else other.after(item);
        changed();
        event.currentTarget.focus();
        const place = [...item.parentElement.children].indexOf(item) + 1;
        told.textContent = say("moved", { line, place });
      };
      item.append(make("span", { class: "moves" },
        iconButton("up", say("move_up", { line }), move(-1)),
        iconButton("down", say("move_down", { line }), move(1))));
    }
    form.append(told);
  };

  // Search: words and parts of words, in any language; the index is a script, so that it also works
  // when the pages are read from a disk.
  const addSearch = () => {
    const bar = document.querySelector("#mdbook-menu-bar .right-buttons");
    const source = document.documentElement.dataset.search;
    if (!bar || !source) return;
    const input = make("input", {
      type: "search", placeholder: say("search"), "aria-label": say("search_book"), autocomplete: "off",
      spellcheck: "false",
    });
    const told = make("p", { role: "status" });
    const list = make("ul");
    const panel = make("div", { class: "found", hidden: true }, told, list);
    const box = make("div", { class: "search", role: "search" }, input, panel);
    bar.prepend(box);

    let loaded;
    const load = () => {
      loaded ??= new Promise((done, fail) => document.head.append(make("script", {
        src: path_to_root + source, load: () => done(prepare(window.bookIndex)), error: fail,
      })));
      return loaded;
    };
    const plain = (text) => text.normalize("NFKC").toLowerCase();
    const prepare = (sections) => sections.map((section) => ({
      ...section,
      in: [section.title, section.heading, section.text].map((text) => plain(text ?? "")),
    }));
    const WEIGHTS = [100, 10, 1];
    /** How well a section answers: every term must be in it; nothing if one is not. */
    const score = (section, terms) => {
      let sum = 0;
      for (const term of terms) {
        const place = section.in.findIndex((text) => text.includes(term));
        if (place < 0) return 0;
        sum += WEIGHTS[place];
      }
      return sum;
    };
    const excerpt = (section, terms) => {
      const text = section.text ?? "";
      const body = plain(text);
      // Where the plain form is as long as the text, places in one are places in the other.
      const hits = body.length === text.length ? terms.map((term) => body.indexOf(term)) : [];
      const first = Math.min(...hits.filter((hit) => hit >= 0), text.length);
      const from = Math.max(0, (first === text.length ? 0 : first) - 40);
      const shown = text.slice(from, from + 150);
      const line = make("span", { class: "excerpt" }, from ? "… " : "");
      const term = terms.find((one) => plain(shown).includes(one));
      const at = term && body.length === text.length ? plain(shown).indexOf(term) : -1;
      if (at < 0) line.append(shown);
      else line.append(shown.slice(0, at), make("mark", {}, shown.slice(at, at + term.length)), shown.slice(at + term.length));
      return line;
    };
    const close = () => { panel.hidden = true; };
    const find = async () => {
      const terms = plain(input.value).split(/\s+/).filter(Boolean);
      if (!terms.length) return close();
      const sections = await load().catch(() => []);
      if (terms.join() !== plain(input.value).split(/\s+/).filter(Boolean).join()) return;
      const found = sections.map((section) => ({ section, score: score(section, terms) }))
        .filter((one) => one.score).sort((one, other) => other.score - one.score);
      told.textContent = say(found.length ? "found" : "found_none", { count: found.length, query: input.value });
      list.replaceChildren(...found.slice(0, 30).map(({ section }) => make("li", {},
        make("a", { href: path_to_root + section.path },
          make("b", {}, section.heading ? `${section.title} › ${section.heading}` : section.title),
          excerpt(section, terms)))));
      panel.hidden = false;
    };
    input.addEventListener("focus", () => { load().catch(() => {}); if (input.value) find(); });
    input.addEventListener("input", find);
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const links = all("a", list);
      const here = links.indexOf(document.activeElement);
      if (event.key === "Escape") {
        close();
        input.focus();
        close();
      } else if (event.key === "ArrowDown") (links[here + 1] ?? links[0])?.focus();
      else if (event.key === "ArrowUp") (here > 0 ? links[here - 1] : input).focus();
      else if (event.key === "Enter" && here < 0) links[0]?.click();
      else return;
      event.preventDefault();
    });
    document.addEventListener("click", (event) => { if (!box.contains(event.target)) close(); });
    box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) close(); });
  };

  // On paper every folded answer is unfolded.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not([open])");
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  // The same place in the other language.
  for (const link of all("a.language")) {
    link.addEventListener("click", () => { link.hash = location.hash; });
  }

  // Verdicts on the learner's own answers. The server that knows of them says so in the page; no
  // other one is asked.
  const addLive = () => {
    const { events: source, overlay } = document.documentElement.dataset;
    if (!source) return;
    const show = (place, isPassed, text) => {
      place.className = `live ${isPassed ? "passed" : "failed"}`;
      place.textContent = text;
      place.hidden = false;
    };
    const draw = async (last) => {
      const lesson = last?.exercise.split("/")[0];
      for (const place of all(".overlay-place")) {
        place.hidden = place.parentElement.dataset.lesson !== lesson;
        if (place.hidden) continue;
        const answer = await fetch(overlay);
        place.innerHTML = answer.status === 200 ? await answer.text() : "";
        const { exercise, step } = last;
        place.prepend(make("h3", {}, say("last_run", { exercise, step })));
      }
      reachScrollers();
    };
    const problems = make("div", { class: "panel problems", role: "alert" });
    const events = new EventSource(source);
    events.addEventListener("status", (event) => {
      const { exercises, last } = JSON.parse(event.data);
      for (const item of all("[data-exercise]")) {
        const standing = exercises[item.dataset.exercise];
        if (!standing) continue;
        const { passed, score, points } = standing;
        show(item.querySelector(".live"), passed, say(passed ? "passed" : "not_yet", { score, points }));
      }
      for (const card of all(".card[data-lesson]")) {
        const own = Object.keys(exercises).filter((id) => id.startsWith(`${card.dataset.lesson}/`));
        if (!own.length) continue;
        const passed = own.filter((id) => exercises[id].passed).length;
        show(card.querySelector(".live"), passed === own.length,
          say("lesson_standing", { passed, checked: own.length }));
      }
      draw(last).catch(() => {});
    });
    events.addEventListener("problems", (event) => {
      const lines = JSON.parse(event.data).problems;
      problems.replaceChildren(make("b", {}, say("problems")), ...lines.map((line) => make("p", {}, line)));
      if (lines.length) document.querySelector("main").prepend(problems);
      else problems.remove();
    });
    events.addEventListener("reload", () => location.reload());
  };

  all("figure.timeline").forEach(addPlayer);
  all("figure.slider").forEach(addSlider);
  all("section.game").forEach(addGame);
  questions.forEach(addQuestion);
  sumUp();
  addSearch();
  addLive();
  reachScrollers();
})();
