// A disk has no index pages: when the site is read from one, links to folders must name the file in them.
"use strict";

(() => {
  if (location.protocol !== "file:") return;

  // What needs to read other files can't work there; styles hide it.
  document.documentElement.dataset.disk = "";

  const withFile = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return address;
    url.pathname += "index.html";
    return url.href;
  };

  for (const link of document.querySelectorAll("a[href]")) link.href = withFile(link.href);
  for (const form of document.querySelectorAll("form[action]")) form.action = withFile(form.action);
  // Nor may its pages read other files, as search does; browsers don't even run its scripts there.
  const status = document.querySelector(".search-status");
  const words = document.querySelector("template.search-kit");
  if (status && words) status.textContent = words.dataset.local;
})();
