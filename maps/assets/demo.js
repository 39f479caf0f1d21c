// Material puts the copy button of each code block into a landmark without a name: to a screen reader they are all the same.
new MutationObserver(() =>
  document.querySelectorAll(".md-code__nav:not([role])").forEach((nav) => nav.setAttribute("role", "presentation"))
).observe(document.body, { childList: true, subtree: true });
