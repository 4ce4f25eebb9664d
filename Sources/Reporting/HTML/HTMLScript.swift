/// What a page does by itself: it shows the entries that a reader chooses, and nothing depends on it.
enum HTMLScript {
  /// The script, which stands at the end of the page; it reads nothing but the page and its own address.
  static let text: StaticString = """

    (function () {
      "use strict";
      var all = function (where, what) { return Array.prototype.slice.call(where.querySelectorAll(what)); };
      var narrow = window.matchMedia("(max-width: 46rem)").matches;
      if (narrow) all(document, "nav > details, #_filter > details").forEach(function (box) { box.open = false; });

      var closed = [];
      window.addEventListener("beforeprint", function () {
        closed = all(document, ".chart details:not([open])");
        closed.forEach(function (box) { box.open = true; });
      });
      window.addEventListener("afterprint", function () {
        closed.forEach(function (box) { box.open = false; });
      });

      var form = document.getElementById("_filter");
      if (!form) return;
      var count = document.getElementById("_count");
      var boxes = all(form, "input[type=checkbox]");
      var subject = document.getElementById("_subject");
      var names = subject ? all(form, "option").map(function (option) { return option.value; }) : [];
      if (subject && subject.options) names.shift();
      var entries = all(document, ".entry").map(function (element) {
        return {
          element: element, o: element.dataset.o, e: element.dataset.e,
          s: element.dataset.s ? element.dataset.s.split(" ") : []
        };
      });
      var sections = all(document, "section").filter(function (section) {
        return !section.contains(form) && section.querySelector(".entry");
      });

      function checked(name) {
        return boxes.filter(function (box) { return box.name === name && box.checked; });
      }
      function values(list) {
        var set = {};
        list.forEach(function (value) { set[value] = true; });
        return set;
      }
      function places() {
        var wanted = subject ? subject.value.trim() : "";
        if (!wanted) return null;
        var found = {};
        var lower = wanted.toLowerCase();
        names.forEach(function (name, place) {
          if (subject.options ? name === subject.value : name.toLowerCase().indexOf(lower) >= 0) found[place] = true;
        });
        return found;
      }
      function number(value) { return value.toLocaleString(document.documentElement.lang); }

      function show() {
        var o = checked("o"), e = checked("e"), s = places();
        var outcomes = values(o.map(function (box) { return box.value; }));
        var effects = values(e.map(function (box) { return box.value; }));
        var shown = 0;
        entries.forEach(function (entry) {
          var fits = (!o.length || outcomes[entry.o]) && (!e.length || effects[entry.e])
            && (!s || entry.s.some(function (place) { return s[place]; }));
          entry.element.hidden = !fits;
          if (fits) shown += 1;
        });
        sections.forEach(function (section) {
          section.hidden = !section.querySelector(".entry:not([hidden])");
        });
        var isPart = shown < entries.length;
        var chosen = o.concat(e).map(function (box) { return box.nextElementSibling.textContent; });
        if (s) chosen.push(subject.value.trim());
        count.textContent = (isPart ? form.dataset.some : form.dataset.all)
          .replace("{m}", function () { return number(entries.length); })
          .replace("{n}", function () { return number(shown); })
          .replace("{f}", function () { return chosen.join(", "); });
        count.className = isPart ? "some" : "";
      }

      function code(box) { return box.dataset.code; }
      function save() {
        var state = new URLSearchParams();
        if (checked("o").length) state.set("outcome", checked("o").map(code).join(","));
        if (checked("e").length) state.set("effect", checked("e").map(code).join(","));
        if (subject && subject.value.trim()) state.set("subject", subject.value.trim());
        var text = state.toString();
        var plain = window.location.href.split("#")[0];
        window.history.replaceState(null, "", text ? plain + "#?" + text : plain);
      }
      function clear() {
        boxes.forEach(function (box) { box.checked = false; });
        if (subject) subject.value = "";
      }
      function load() {
        var hash = window.location.hash;
        if (hash.slice(0, 2) === "#?") {
          var state = new URLSearchParams(hash.slice(2));
          var wanted = {
            o: (state.get("outcome") || "").split(","), e: (state.get("effect") || "").split(",")
          };
          boxes.forEach(function (box) { box.checked = wanted[box.name].indexOf(code(box)) >= 0; });
          var name = state.get("subject") || "";
          if (subject) subject.value = !subject.options || names.indexOf(name) >= 0 ? name : "";
          show();
          return;
        }
        // A link to what is left out shows everything again.
        var target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
        if (target && target.closest("[hidden]")) {
          clear();
          show();
          target.scrollIntoView();
        }
      }

      form.addEventListener("input", function () { show(); save(); });
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function (event) {
        event.preventDefault();
        clear();
        show();
        save();
      });
      window.addEventListener("hashchange", load);
      form.hidden = false;
      count.hidden = false;
      show();
      load();
    })();

    """
}
