// Collections by folder, skills with their entries, and the address of a skill.
const FOLDERS = require("./src/_data/folders.json");

const byTitle = (a, b) => (a.data.title < b.data.title ? -1 : a.data.title > b.data.title ? 1 : 0);
const newestFirst = (a, b) => b.date - a.date;

function entriesOf(api, folder) {
  return api.getFilteredByGlob(`src/${folder}/*.md`).sort(folder === "news" ? newestFirst : byTitle);
}

module.exports = function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy({ "src/site.css": "site.css" });
  for (const folder of FOLDERS) {
    config.addCollection(folder, (api) => entriesOf(api, folder));
  }
  config.addCollection("bySkill", (api) => {
    const found = new Map();
    for (const entry of FOLDERS.flatMap((folder) => entriesOf(api, folder))) {
      for (const name of entry.data.skills ?? []) {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(entry);
      }
    }
    return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entries]) => ({ name, entries }));
  });
  const slugs = new Map(require("./src/_data/names.json").map((skill) => [skill.name, skill.slug]));
  config.addFilter("skillSlug", (name) => slugs.get(name));
  config.addFilter("rfc822", (date) => date.toUTCString());
  return {
    dir: { input: "src", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
};
