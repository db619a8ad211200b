// The way from this page to the site's root, where data files and pages have their addresses.

export const siteRoot = () => new URL(document.documentElement.dataset.root || "./", location.href);
