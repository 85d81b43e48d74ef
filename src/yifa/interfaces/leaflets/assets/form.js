/* The form: shows a state, reads it back, and puts hints and errors beside the fields they belong to. */
var Form = (function () {
  "use strict";

  const TEXTS = ["law", "art", "from", "at", "n", "u", "date", "year", "done"];
  const CHOICES = ["ask", "who", "pre"];
  const ROWS = {
    pauses: { template: "pause-row", fields: ["from", "to", "kind", "told"], add: "add-pause" },
    extensions: { template: "extension-row", fields: ["on", "n", "u"], add: "add-extension" },
  };
  let form = null;
  let rows = 0;
  let roll = "auto";

  /* Wire the form; `changed` is called after every change, `entered` when Enter was pressed. */
  function start(changed, entered) {
    form = Dom.byId("form");
    form.addEventListener("input", (event) => {
      if (event.target.name === "roll") roll = event.target.value;
      if (event.target.name === "law") roll = "auto";
      changed();
    });
    form.addEventListener("change", (event) => {
      if (event.target.name === "n") splitLength(event.target);
      changed();
    });
    form.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && next.id === "roll-preset") return; /* drawn anew while it is pressed, it would never be clicked */
      window.setTimeout(changed, 0);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      Dom.all("input[name=n]", form).forEach(splitLength);
      entered();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      show(Object.assign(Address.empty(), { lang: read().lang }));
      changed();
      Dom.byId("law").focus();
    });
    Object.keys(ROWS).forEach((list) => {
      Dom.byId(ROWS[list].add).addEventListener("click", () => {
        addRow(list, null).querySelector("input").focus();
        changed();
      });
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.classList.contains("remove")) removeRow(button.closest(".fact"), changed);
      if (button && button.id === "roll-preset") {
        roll = "auto";
        changed();
        form.querySelector("input[name=roll]:checked").focus();
      }
    });
  }

  /* A whole length typed or pasted as a number, such as 20个工作日, is parted into number and unit. */
  function splitLength(input) {
    const length = Days.readLength(input.value);
    if (!length) return;
    const code = Object.keys(Address.UNITS).find((key) => Address.UNITS[key] === length.unit);
    const unit =
      input.closest(".field, .fact").querySelector("select") || input.closest(".fact").querySelector("select[name=u]");
    if (!Array.from(unit.options).some((option) => option.value === code)) return;
    input.value = String(length.n);
    unit.value = code;
  }

  function show(state) {
    TEXTS.forEach((name) => (Dom.byId(name).value = state[name]));
    CHOICES.forEach((name) => choose(name, state[name]));
    roll = state.roll;
    Object.keys(ROWS).forEach((list) => {
      Dom.byId(list).textContent = "";
      state[list].forEach((row) => addRow(list, row));
    });
  }

  function choose(name, value) {
    form.querySelector("input[name=" + name + '][value="' + value + '"]').checked = true;
  }

  function read() {
    const state = Address.empty();
    TEXTS.forEach((name) => (state[name] = Dom.byId(name).value));
    CHOICES.forEach((name) => (state[name] = form.querySelector("input[name=" + name + "]:checked").value));
    state.roll = roll;
    state.lang = document.documentElement.lang === "en" ? "en" : "zh";
    Object.keys(ROWS).forEach((list) => {
      state[list] = Dom.all(".fact", Dom.byId(list)).map((fact) => {
        const row = {};
        ROWS[list].fields.forEach((name) => (row[name] = fact.querySelector("[name=" + name + "]").value));
        return row;
      });
    });
    return state;
  }

  function addRow(list, values) {
    const node = Dom.byId(ROWS[list].template).content.cloneNode(true).firstElementChild;
    const number = ++rows;
    Dom.all(".field", node).forEach((field) => {
      const control = field.querySelector("input, select");
      control.id = list + "-" + number + "-" + control.name;
      field.querySelector("label").htmlFor = control.id;
      const error = field.querySelector(".error");
      if (error) {
        error.id = control.id + "-error";
        control.setAttribute("aria-describedby", error.id);
      }
      if (values) control.value = values[control.name];
    });
    const unit = node.querySelector("select[name=u]");
    if (unit && !values) unit.value = Dom.byId("u").value;
    Dom.byId(list).append(node);
    return node;
  }

  function removeRow(row, changed) {
    const list = row.parentElement.id;
    row.remove();
    changed();
    Dom.byId(ROWS[list].add).focus();
  }

  /* Show only what the kind of question needs. */
  function arrange(state) {
    const hours = state.ask === "within" && (state.u === "h" || state.u === "min");
    Dom.all("[data-for]", form).forEach((node) => {
      const wanted = node.dataset.for.split(" ").indexOf(state.ask) >= 0;
      const facts = ["pauses", "extensions", "roll"].indexOf(node.dataset.field) >= 0 || node.id === "roll-hint";
      node.hidden = !wanted || (hours && facts);
    });
    form.querySelector("[data-field=at]").hidden = !hours;
  }

  /* Put errors beside their fields; a field still being typed in is left in peace until it is left or Enter is pressed. */
  function mark(errors, strict, speech) {
    Dom.all(".error", form).forEach((node) => {
      node.hidden = true;
      node.textContent = "";
    });
    Dom.all("[aria-invalid]", form).forEach((node) => node.removeAttribute("aria-invalid"));
    const shown = [];
    Object.keys(errors).forEach((field) => {
      const control = controlOf(field);
      if (!control || (!strict && control === document.activeElement)) return;
      const node = Dom.byId(control.id + "-error");
      Dom.fill(node, Dom.el("span", { "aria-hidden": "true" }, "▲ "), Dom.text(errors[field], speech));
      node.hidden = false;
      control.setAttribute("aria-invalid", "true");
      shown.push(control);
    });
    return shown;
  }

  function controlOf(field) {
    const way = field.split(".");
    if (way.length === 1) return Dom.byId(field);
    const row = Dom.byId(way[0]).children[Number(way[1])];
    return row ? row.querySelector("[name=" + way[2] + "]") : null;
  }

  function showRoll(rolls, moot) {
    Dom.all("input[name=roll]", form).forEach((input) => {
      input.checked = (input.value === "yes") === rolls.value;
      input.disabled = moot;
    });
  }

  return { arrange: arrange, mark: mark, read: read, show: show, showRoll: showRoll, start: start };
})();
