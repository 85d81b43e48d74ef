// Passkeys: asks the browser for a key, or to show one, and puts what it answers into the form.
// What the server asks stands in the form (`data-asked`); bytes travel as base64url both ways.
(function () {
  "use strict";

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = "";
    new Uint8Array(buffer).forEach(function (one) { plain += String.fromCharCode(one); });
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function named(list) {
    return (list || []).map(function (one) { return Object.assign({}, one, { id: bytes(one.id) }); });
  }

  function asked(form) {
    var told = JSON.parse(form.dataset.asked).publicKey;
    told.challenge = bytes(told.challenge);
    if (told.user) {
      told.user.id = bytes(told.user.id);
    }
    told.excludeCredentials = named(told.excludeCredentials);
    told.allowCredentials = named(told.allowCredentials);
    return { publicKey: told };
  }

  function answered(key) {
    var found = { clientDataJSON: text(key.response.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (name) {
      if (key.response[name]) {
        found[name] = text(key.response[name]);
      }
    });
    return {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      response: found,
      clientExtensionResults: key.getClientExtensionResults()
    };
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.dataset.passkey) {
      return;
    }
    event.preventDefault();
    var failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    if (!navigator.credentials) {
      failed.hidden = false;
      return;
    }
    navigator.credentials[form.dataset.passkey](asked(form)).then(function (key) {
      form.querySelector("[name=credential]").value = JSON.stringify(answered(key));
      form.submit();
    }).catch(function () {
      failed.hidden = false;
    });
  });
})();
