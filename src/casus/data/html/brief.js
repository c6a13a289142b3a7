// Opens the words a line rests on: marks them in the report beside the brief and brings them into view.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-words]");
  if (!link) return;
  const words = link.dataset.words;
  document.querySelectorAll(".report .on").forEach((part) => part.classList.remove("on"));
  const parts = document.querySelectorAll(`.report [data-in~="${words}"]`);
  parts.forEach((part) => part.classList.add("on"));
  const first = document.getElementById(words);
  if (first) {
    event.preventDefault();
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    history.replaceState(null, "", `#${words}`);
  }
});
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
