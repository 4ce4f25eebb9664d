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
      var picks = all(form, "[data-key]").map(function (field) {
        var options = all(field.parentNode, "option[data-place]");
        return { field: field, key: field.dataset.key, code: field.id.slice(1), options: options };
      });
      // `0:4 3:1`: places of names, each with the number of its findings.
      function shares(text) {
        var found = {};
        (text ? text.split(" ") : []).forEach(function (share) {
          var parts = share.split(":");
          found[parts[0]] = Number(parts[1]);
        });
        return found;
      }
      var entries = all(document, ".entry").map(function (element) {
        var data = element.dataset;
        return {
          element: element, o: data.o, e: data.e, count: Number(data.n), w: shares(data.w), s: shares(data.s)
        };
      });
      var total = entries.reduce(function (sum, entry) { return sum + entry.count; }, 0);
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
      function places(pick) {
        var wanted = pick.field.value.trim();
        if (!wanted) return null;
        var lower = wanted.toLowerCase();
        var found = [];
        pick.options.forEach(function (option) {
          var name = option.value;
          if (pick.field.options ? name === pick.field.value : name.toLowerCase().indexOf(lower) >= 0) {
            found.push(option.dataset.place);
          }
        });
        return found;
      }
      // How many findings of an entry are about one of some names.
      function about(entry, key, places) {
        var sum = places.reduce(function (sum, place) { return sum + (entry[key][place] || 0); }, 0);
        return Math.min(sum, entry.count);
      }
      function number(value) { return value.toLocaleString(document.documentElement.lang); }

      function show() {
        var o = checked("o"), e = checked("e");
        var picked = picks.map(places);
        var outcomes = values(o.map(function (box) { return box.value; }));
        var effects = values(e.map(function (box) { return box.value; }));
        var shown = 0, findings = 0;
        entries.forEach(function (entry) {
          var count = (!o.length || outcomes[entry.o]) && (!e.length || effects[entry.e]) ? entry.count : 0;
          picks.forEach(function (pick, index) {
            if (picked[index]) count = Math.min(count, about(entry, pick.key, picked[index]));
          });
          entry.element.hidden = !count;
          if (count) shown += 1;
          findings += count;
        });
        sections.forEach(function (section) {
          section.hidden = !section.querySelector(".entry:not([hidden])");
        });
        var isPart = findings < total;
        // The counts of headings are those of all entries, shown or not.
        sections.forEach(function (section) {
          var heading = section.firstElementChild;
          if (isPart) heading.dataset.note = form.dataset.whole; else delete heading.dataset.note;
        });
        var chosen = o.concat(e).map(function (box) { return box.nextElementSibling.textContent; });
        picks.forEach(function (pick, index) { if (picked[index]) chosen.push(pick.field.value.trim()); });
        count.textContent = (isPart ? form.dataset.some : form.dataset.all)
          .replace("{M}", function () { return number(total); })
          .replace("{N}", function () { return number(findings); })
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
        picks.forEach(function (pick) {
          if (pick.field.value.trim()) state.set(pick.code, pick.field.value.trim());
        });
        var text = state.toString();
        var plain = window.location.href.split("#")[0];
        window.history.replaceState(null, "", text ? plain + "#?" + text : plain);
      }
      function clear() {
        boxes.forEach(function (box) { box.checked = false; });
        picks.forEach(function (pick) { pick.field.value = ""; });
      }
      function load() {
        var hash = window.location.hash;
        if (hash.slice(0, 2) === "#?") {
          var state = new URLSearchParams(hash.slice(2));
          var wanted = {
            o: (state.get("outcome") || "").split(","), e: (state.get("effect") || "").split(",")
          };
          boxes.forEach(function (box) { box.checked = wanted[box.name].indexOf(code(box)) >= 0; });
          picks.forEach(function (pick) {
            var name = state.get(pick.code) || "";
            var isKnown = pick.options.some(function (option) { return option.value === name; });
            pick.field.value = !pick.field.options || isKnown ? name : "";
          });
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
