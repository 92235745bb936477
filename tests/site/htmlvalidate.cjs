"use strict";

module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // All our files come from the site itself; a hash of them in the page would say nothing new.
    "require-sri": ["error", { target: "crossorigin" }],
    // Anchors are made of the headings' words: one may begin with a number, and a footnote's holds a colon.
    // HTML allows both; what is forbidden, spaces and doubles, is still found.
    "valid-id": ["error", { relaxed: true }],
    // A title is the editor's own, and the site's name stands behind it. `check` warns of long ones.
    "long-title": "off",
  },
};
