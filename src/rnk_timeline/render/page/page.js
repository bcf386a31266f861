"use strict";
(() => {
  const form = document.getElementById("filters");
  const [text, category, actor, status] = ["text", "category", "actor", "status"].map((id) => document.getElementById(id));
  const main = document.querySelector("main");
  const count = document.getElementById("count");
  const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const sections = [...document.querySelectorAll("main section")].map((node) => ({
    node,
    events: [...node.querySelectorAll("ol > li")].map((li) => ({
      li,
      text: fold(li.textContent + " " + li.id),
      categories: li.dataset.categories.split("|"),
      actors: li.dataset.actors.split("|"),
      status: li.dataset.status,
    })),
  }));
  const total = sections.reduce((sum, section) => sum + section.events.length, 0);
  const apply = () => {
    const words = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    // Laid out afresh, a list of thousands takes a few milliseconds; changed in place, it takes seconds.
    main.hidden = true;
    void main.offsetHeight;
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
    main.hidden = false;
    count.textContent = `${shown} of ${total} events`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  apply();
})();
