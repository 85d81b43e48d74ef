/* Takes files that are dropped or chosen, sends them to the counter one by one, shows how far it is and what came out. */
(function () {
  "use strict";

  const words = JSON.parse(document.getElementById("words").textContent);
  const tag = document.body.dataset.tag;
  const PAUSE = 400;

  function say(message, values) {
    return (words[message] || message).replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  function el(name, attributes, text) {
    const node = document.createElement(name);
    Object.keys(attributes || {}).forEach((key) => node.setAttribute(key, attributes[key]));
    if (text !== undefined) node.textContent = text;
    return node;
  }

  async function ask(method, address, body) {
    const answer = await fetch(address, { method: method, body: body });
    const data = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(data.message || answer.statusText || String(answer.status));
    return data;
  }

  /* Files of a dropped entry, those of folders with their path. */
  async function filesOf(entry, path) {
    if (entry.isFile)
      return [{ name: path + entry.name, file: await new Promise((done, fail) => entry.file(done, fail)) }];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) break;
      for (const one of some) found.push(...(await filesOf(one, path + entry.name + "/")));
    }
    return found;
  }

  function desk(section) {
    const part = (name) => section.querySelector("[data-" + name + "]");
    const start = part("start");
    const drop = part("drop");
    let chosen = [];

    function choose(files) {
      chosen = files.filter((one) => !/(^|\/)(\.|~\$)/.test(one.name));
      part("chosen").textContent = chosen.length === 1 ? chosen[0].name : say("{n} files chosen", { n: chosen.length });
      start.disabled = !chosen.length;
    }

    section.querySelectorAll("[data-files]").forEach((input) =>
      input.addEventListener("change", () => {
        choose(Array.from(input.files).map((file) => ({ name: file.webkitRelativePath || file.name, file: file })));
      })
    );
    ["dragenter", "dragover"].forEach((name) =>
      drop.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.add("over");
      })
    );
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", async (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const entries = Array.from(event.dataTransfer.items)
        .map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry())
        .filter((entry) => entry);
      const found = [];
      for (const entry of entries) found.push(...(await filesOf(entry, "")));
      choose(found);
    });

    function tell(stage, done, of) {
      part("progress").hidden = false;
      const bar = section.querySelector("progress");
      if (of) {
        bar.max = of;
        bar.value = done;
      } else bar.removeAttribute("value");
      part("stage").textContent = stage;
    }

    function showResults(job) {
      const results = part("results");
      job.files.forEach((file) => {
        const address = "/jobs/" + job.id + "/files/" + file.name.split("/").map(encodeURIComponent).join("/");
        const item = el("li");
        if (/\.html$/.test(file.name)) {
          item.append(el("a", { href: address, target: "_blank", rel: "noopener" }, say("Open the page")));
          item.append(el("a", { href: address, download: file.name.split("/").pop() }, say("Save")));
          item.append(el("span", {}, file.name));
        } else item.append(el("a", { href: address, download: file.name.split("/").pop() }, file.name));
        item.append(el("span", { class: "size" }, say("{n} kB", { n: Math.max(1, Math.round(file.size / 1000)) })));
        results.append(item);
      });
    }

    function showSummary(lines) {
      lines.forEach((line) => {
        const item = el("li");
        if (line.sign) item.append(el("span", { class: "sign " + line.light, "aria-hidden": "true" }, line.sign), " ");
        item.append(line.words);
        part("summary").append(item);
      });
    }

    async function follow(id) {
      for (;;) {
        const job = await ask("GET", "/jobs/" + id);
        const values = { stage: job.stage, done: job.done, of: job.of, name: job.name };
        if (job.state === "waiting") tell(say("waiting for the job before"), 0, 0);
        else if (job.state === "running" && job.of)
          tell(say(job.name ? "{stage} {done} of {of}: {name}" : "{stage} {done} of {of}", values), job.done, job.of);
        else if (job.state === "running") tell(job.stage || say("Working…"), 0, 0);
        else {
          tell(job.state === "done" ? say("done") : say("failed: {message}", { message: job.message }), 1, 1);
          showSummary(job.summary);
          showResults(job);
          return;
        }
        await new Promise((done) => setTimeout(done, PAUSE));
      }
    }

    start.addEventListener("click", async () => {
      start.disabled = true;
      part("summary").textContent = part("results").textContent = "";
      const day = part("day");
      const perOrgan = part("per-organ");
      const asked = new URLSearchParams({ kind: section.dataset.kind, lang: tag });
      if (day && day.value) asked.set("as_of", day.value);
      if (perOrgan && perOrgan.checked) asked.set("per_organ", "yes");
      const told = [];
      try {
        const job = await ask("POST", "/jobs?" + asked);
        for (let place = 0; place < chosen.length; place++) {
          tell(say("sending {n} of {all}", { n: place + 1, all: chosen.length }), place, chosen.length);
          const one = chosen[place];
          try {
            await ask("PUT", "/jobs/" + job.id + "/files?" + new URLSearchParams({ name: one.name }), one.file);
          } catch (error) {
            told.push({ light: "red", sign: "▲", words: one.name + ": " + error.message });
          }
        }
        await ask("POST", "/jobs/" + job.id + "/start");
        showSummary(told);
        await follow(job.id);
      } catch (error) {
        const away = error instanceof TypeError;
        tell(away ? say("The counter does not answer; it may have been closed.") : say("failed: {message}", { message: error.message }), 1, 1);
      }
      start.disabled = !chosen.length;
    });
  }

  document.querySelectorAll(".desk").forEach(desk);
  /* A file dropped beside a desk must not take the place of this page. */
  ["dragover", "drop"].forEach((name) => document.addEventListener(name, (event) => event.preventDefault()));
  document.getElementById("stop").addEventListener("click", async () => {
    await ask("POST", "/stop").catch(() => null);
    document.querySelector("main").hidden = true;
    const closed = document.getElementById("closed");
    closed.hidden = false;
    closed.textContent = say("The counter is closed and everything was deleted. This page can be closed.");
  });
})();
