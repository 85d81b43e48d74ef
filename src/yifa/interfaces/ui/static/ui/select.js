// Choosing lines of a table: shift chooses all lines between two, the box in the head all of them; x chooses the line
// one is at; what is chosen, or the whole table where nothing is, is copied so that a spreadsheet takes it as cells.
// Without this script boxes are ticked one by one.
(function () {
  "use strict";

  var tables = document.querySelectorAll("table[data-select]");
  var last = null;

  function boxes(root) {
    return Array.prototype.slice.call(root.querySelectorAll('tbody input[type="checkbox"][name]'));
  }

  function every() {
    return Array.prototype.reduce.call(tables, function (all, table) { return all.concat(boxes(table)); }, []);
  }

  function tell() {
    var all = every();
    var chosen = all.filter(function (one) { return one.checked; }).length;
    document.querySelectorAll("[data-chosen]").forEach(function (node) {
      node.textContent = chosen ? chosen + " / " + all.length : "";
    });
    all.forEach(function (one) { one.closest("tr").classList.toggle("chosen", one.checked); });
    tables.forEach(function (table) {
      var head = table.querySelector("[data-all]");
      var own = boxes(table);
      var ticked = own.filter(function (one) { return one.checked; }).length;
      head.checked = ticked > 0 && ticked === own.length;
      head.indeterminate = ticked > 0 && ticked < own.length;
    });
  }

  function between(box, to) {
    var all = every();
    var ends = [all.indexOf(last), all.indexOf(box)].sort(function (a, b) { return a - b; });
    all.slice(ends[0], ends[1] + 1).forEach(function (one) { one.checked = to; });
  }

  function clicked(event) {
    var box = event.target;
    if (box.matches("[data-all]")) {
      boxes(box.closest("table")).forEach(function (one) { one.checked = box.checked; });
    } else if (box.matches('tbody input[type="checkbox"][name]')) {
      if (event.shiftKey && last && last !== box && document.contains(last)) {
        between(box, box.checked);
      }
      last = box;
    }
    tell();
  }

  function cells(row) {
    return Array.prototype.filter.call(row.cells, function (cell) {
      return !cell.classList.contains("tick") && !cell.classList.contains("thin");
    }).map(function (cell) {
      return cell.textContent.replace(/\s+/g, " ").trim().replace(/^[=+\-@]/, "'$&");
    }).join("\t");
  }

  function text() {
    var found = [];
    var some = every().some(function (one) { return one.checked; });
    tables.forEach(function (table) {
      var rows = Array.prototype.filter.call(table.tBodies[0].rows, function (row) {
        return !some || row.querySelector("input:checked");
      });
      if (rows.length) {
        found.push(cells(table.tHead.rows[0]));
        rows.forEach(function (row) { found.push(cells(row)); });
      }
    });
    return found.join("\r\n") + "\r\n";
  }

  // navigator.clipboard is there over https alone; what is older works everywhere
  function copy(button) {
    var field = document.createElement("textarea");
    field.value = text();
    field.className = "unseen";
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    button.focus();
    if (done) {
      var words = button.textContent;
      button.textContent = button.dataset.copied;
      setTimeout(function () { button.textContent = words; }, 1600);
    }
  }

  tables.forEach(function (table) {
    table.addEventListener("click", function (event) {
      if (event.target.matches('input[type="checkbox"]')) {
        clicked(event);
      }
    });
    table.querySelector("[data-all]").hidden = false;
  });
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button); });
  });
  document.addEventListener("keydown", function (event) {
    var field = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    var row = document.querySelector("[data-line].at");
    if (event.key.toLowerCase() !== "x" || field || !row || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var box = row.querySelector('input[type="checkbox"]');
    if (box) {
      event.preventDefault();
      box.checked = !box.checked;
      if (event.shiftKey && last && last !== box) {
        box.checked = true;
        between(box, true);
      }
      last = box;
      tell();
    }
  });
  tell();
})();
