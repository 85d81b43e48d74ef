// Handing in: says how many files were chosen, keeps the folders they lie in, tells beforehand what is too much.
// Without this script files are chosen one by one or as an archive.
(function () {
  "use strict";

  function told(field, files) {
    var note = field.querySelector("[data-chosen]");
    var input = field.querySelector("input[type=file]");
    var bytes = 0;
    Array.prototype.forEach.call(files, function (file) { bytes += file.size; });
    var much = bytes > Number(input.dataset.most);
    note.hidden = files.length < 2 && !much;
    note.classList.toggle("bad", much);
    note.textContent = much ? note.dataset.tooMuch : note.dataset.words.replace("{n}", files.length);
    input.setCustomValidity(much ? note.dataset.tooMuch : "");
  }

  function paths(form, name, files) {
    Array.prototype.slice.call(form.querySelectorAll('input[name="' + name + '-paths"]')).forEach(function (old) {
      old.remove();
    });
    Array.prototype.forEach.call(files, function (file) {
      if (file.webkitRelativePath) {
        var held = document.createElement("input");
        held.type = "hidden";
        held.name = name + "-paths";
        held.value = file.webkitRelativePath;
        form.appendChild(held);
      }
    });
  }

  document.addEventListener("change", function (event) {
    var input = event.target;
    if (input.type !== "file") {
      return;
    }
    var field = input.closest(".drop");
    var own = field && field.querySelector("input[type=file]");
    if (!own) {
      return;
    }
    if (input.dataset.folderOf) {
      own.files = input.files;
    }
    paths(own.form, own.name, input.files);
    told(field, input.files);
  });
  document.addEventListener("dragover", function (event) {
    if (event.target.type === "file") {
      event.target.classList.add("over");
    }
  });
  ["dragleave", "drop"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (event.target.type === "file") {
        event.target.classList.remove("over");
      }
    });
  });
  document.addEventListener("submit", function (event) {
    var button = event.target.querySelector("button.first");
    if (button && event.target.enctype === "multipart/form-data") {
      setTimeout(function () { button.disabled = true; }, 0);
    }
  });
  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.querySelectorAll("button.first:disabled"), function (button) {
      button.disabled = false;
    });
  });
})();
