"use strict";
(() => {
  const form = document.getElementById("filters");
  const [text, category, actor, status] = ["text", "category", "actor", "status"].map((id) => document.getElementById(id));
  const fields = [text, category, actor, status];
  const main = document.querySelector("main");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const sections = [...document.querySelectorAll("main section")].map((node) => ({
    node,
    events: [...node.querySelectorAll("ol > li")].map((li) => ({
      li,
      text: fold(li.textContent + " " + li.id),
      categories: li.dataset.categories.split("\n"),
      actors: li.dataset.actors.split("\n"),
      status: li.dataset.status,
    })),
  }));
  const total = sections.reduce((sum, section) => sum + section.events.length, 0);
  const show = () => {
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const section of sections) {
      let here = 0;
      for (const event of section.events) {
        const keep =
          (!category.value || event.categories.includes(category.value)) &&
          (!actor.value || event.actors.includes(actor.value)) &&
          (!status.value || event.status === status.value) &&
          words.every((word) => event.text.includes(word));
        event.li.hidden = !keep;
        here += keep;
      }
      section.node.hidden = !here;
      shown += here;
    }
    return shown;
  };
  // Each decade leads to the first of its years that is shown.
  const lead = () => {
    for (const link of document.querySelectorAll("nav a")) {
      const first = document.querySelector(`main section:not([hidden])[data-decade="${link.dataset.decade}"] h2`);
      link.hidden = !first;
      if (first) link.hash = first.id;
    }
  };
  const apply = () => {
    // Laid out afresh, a list of thousands takes a few milliseconds; changed in place, it takes seconds.
    main.hidden = true;
    void main.offsetHeight;
    const shown = show();
    none.hidden = shown > 0;
    main.hidden = false;
    lead();
    for (const field of fields) field.classList.toggle("on", field.value.trim() !== "");
    form.querySelector("button").disabled = !fields.some((field) => field.value);
    count.textContent = `${shown} of ${total} events`;
  };
  // On paper nothing unfolds: what is folded is opened to print, and closed again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      apply();
      text.focus();
    }),
  );
  apply();
})();
